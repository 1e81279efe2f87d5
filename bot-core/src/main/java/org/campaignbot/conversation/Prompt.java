package org.campaignbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.message.Choice;

/**
 * What a question offers.
 *
 * @param options what it takes from a list
 * @param answers the answers of its author that are available, and the way to the menu
 */
record Prompt(List<Choice.Press> options, List<Choice.Press> answers) {

    /** The answer that every question but the menu has: it leads to the menu, even from old buttons. */
    static final String MENU_ANSWER = "menu";

    /** What a question offers now. */
    static Prompt of(Pack pack, FlowPosition flowPosition, List<Option> options, Rendering rendering, FactBook facts) {
        String flow = flowPosition.flow().name();
        String step = flowPosition.step().name();
        Ask ask = Objects.requireNonNull(flowPosition.step().ask());
        String carries = ask.manner().carries();
        String value = carries == null ? null : facts.text(carries);
        String carried = value == null || value.isEmpty() ? "" : Event.Pressed.CARRIES + value;
        List<Choice.Press> answers = new ArrayList<>();
        for (Answer answer : ask.answers()) {
            if (answer.then() instanceof Target.ToFlow to && facts.closed(to.flow()) != null) {
                continue;
            }
            answers.add(new Choice.Press(rendering.line(answer.label(), facts), flow, step, answer.name() + carried));
        }
        if (ask.manner().menu() && leadsToMenu(pack, flowPosition.flow(), flowPosition.step())) {
            answers.add(new Choice.Press(rendering.line(pack.menuLabel(), facts), flow, step, MENU_ANSWER));
        }
        return new Prompt(
                options.stream()
                        .map(each -> new Choice.Press(each.label(), flow, step, each.mark()))
                        .toList(),
                answers);
    }

    /** Whether to add the menu button to a question: always, except on the menu itself and on questions that have their own. */
    private static boolean leadsToMenu(Pack pack, Flow flow, Step step) {
        return !flow.name().equals(pack.menu())
                && Objects.requireNonNull(step.ask()).answers().stream()
                        .noneMatch(answer -> answer.then() instanceof Target.Menu);
    }

    /** The buttons: options first, the menu button last. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>(options);
        choices.addAll(answers);
        return choices;
    }

    private static String named(Choice.Press press) {
        return new Event.Pressed(press.flow(), press.step(), press.answer()).named();
    }

    /** Its shape, used later to resolve a typed number or label. */
    Shape shape() {
        return new Shape(
                options.size(),
                answers.stream()
                        .map(answer -> new Shape.Offer(named(answer), Shape.digest(answer.label())))
                        .toList());
    }
}
