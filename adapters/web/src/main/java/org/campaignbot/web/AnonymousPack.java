package org.campaignbot.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.RepairFacts;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;

/**
 * A pack for chats that leave nothing behind: what would need them to last, such as alerts and reminders, isn't offered, and says that
 * it isn't possible there to whoever asks. A report that isn't passed on says so, and nothing offers to remember for longer.
 */
public final class AnonymousPack {

    /** What only works where the bot can write later. */
    private static final Set<String> LASTING = Set.of(Operation.REMIND, "subscribe", "group-subscribe");

    /** What only organizers do, whom the bot knows by their chat apps. Nobody here would ever answer. */
    private static final Set<String> DESK = Set.of(
            "alarms",
            "alert-again",
            "alert-alone",
            "alert-desk",
            "alert-draft",
            "alert-part",
            "console-link",
            "new-names",
            "test-group",
            "wrong-numbers");

    /** What is reported to the people who keep the tables. */
    private static final Set<String> REPORTS = Set.of("report-number");

    /** The fact that says how long a place is remembered, and what it says there. */
    private static final String REMEMBER = "remember";

    private static final Value FOR_THIS_CHAT = new Value.Text("chat");

    /** Choices about what is kept, where nothing is. */
    private static final Set<String> CHOICES = Set.of(REMEMBER, RepairFacts.ERASE);

    private AnonymousPack() {}

    /** The same pack for such chats. */
    public static Pack of(Pack pack) {
        Flow notPassedOn = pack.flow(Repair.NOT_PASSED_ON);
        Map<String, Flow> flows =
                new LinkedHashMap<>(notHere(withoutDesk(pack), LASTING).flows());
        Set<String> impossible = pack.flow(Repair.NOT_HERE) == null
                ? Set.of()
                : pack.flows().values().stream()
                        .filter(flow -> does(flow, LASTING))
                        .map(Flow::name)
                        .collect(Collectors.toUnmodifiableSet());
        flows.replaceAll((name, flow) -> notPassedOn != null && does(flow, REPORTS)
                ? flow.with(silent(flow.steps(), notPassedOn.first()), flow.retired())
                : flow);
        flows.replaceAll((name, flow) -> withoutChoices(flow, impossible));
        Map<String, Value> records = new LinkedHashMap<>(pack.records());
        records.put(REMEMBER, FOR_THIS_CHAT);
        return pack.withFlows(pack.revision(), flows).withRecords(pack.revision(), records);
    }

    /** A pack for chats in which no organizer is known, such as one in a terminal: what only they do isn't done there. */
    public static Pack withoutDesk(Pack pack) {
        return notHere(pack, DESK);
    }

    /** Says in place of each flow that does one of these things that it isn't possible. */
    private static Pack notHere(Pack pack, Set<String> verbs) {
        Flow notHere = pack.flow(Repair.NOT_HERE);
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.replaceAll((name, flow) ->
                notHere != null && does(flow, verbs) ? flow.with(notHere.steps(), retired(flow, notHere)) : flow);
        return pack.withFlows(pack.revision(), flows);
    }

    /**
     * Leaves out the answers that choose what is kept or lead to one of these flows, and then each question that has no answer left,
     * with what leads to it.
     */
    private static Flow withoutChoices(Flow flow, Set<String> impossible) {
        Map<String, Step> steps = new LinkedHashMap<>(flow.steps());
        Map<String, String> retired = new LinkedHashMap<>(flow.retired());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Step step : List.copyOf(steps.values())) {
                Ask ask = step.ask();
                List<Answer> left = ask == null
                        ? List.of()
                        : ask.answers().stream()
                                .filter(each -> !chooses(each) && !leadsTo(each, retired) && !leadsTo(each, impossible))
                                .toList();
                if (ask != null && left.size() < ask.answers().size()) {
                    changed = true;
                    if (left.isEmpty() && ask.options() == null && ask.expect() == null) {
                        steps.remove(step.name());
                        retired.put(step.name(), flow.first().name());
                    } else {
                        steps.put(step.name(), asking(step, ask, left));
                    }
                }
            }
        }
        return steps.equals(flow.steps()) ? flow : flow.with(steps, retired);
    }

    private static boolean chooses(Answer answer) {
        return answer.operations().stream()
                .anyMatch(operation -> operation.verb().equals(Operation.SET)
                        && operation.arguments().keySet().stream().anyMatch(CHOICES::contains));
    }

    private static boolean leadsTo(Answer answer, Set<String> flows) {
        return answer.then() instanceof Target.ToFlow to && flows.contains(to.flow());
    }

    private static boolean leadsTo(Answer answer, Map<String, String> retired) {
        return answer.then() instanceof Target.ToStep to && retired.containsKey(to.step());
    }

    private static Step asking(Step step, Ask ask, List<Answer> answers) {
        Ask fewer =
                new Ask(ask.question(), answers, ask.options(), ask.expect(), ask.form(), ask.location(), ask.manner());
        return new Step(
                step.name(),
                step.was(),
                step.run(),
                step.operations(),
                step.say(),
                fewer,
                step.visit(),
                step.then(),
                step.visibility(),
                step.slot());
    }

    private static boolean does(Flow flow, Set<String> verbs) {
        return flow.steps().values().stream().anyMatch(step -> does(step, verbs));
    }

    private static boolean does(Step step, Set<String> verbs) {
        return step.operations().stream().anyMatch(operation -> verbs.contains(operation.verb()));
    }

    /** All former steps lead to the one that says so. */
    private static Map<String, String> retired(Flow flow, Flow notHere) {
        Map<String, String> retired = new LinkedHashMap<>();
        flow.steps().keySet().stream()
                .filter(step -> !notHere.steps().containsKey(step))
                .forEach(step -> retired.put(step, notHere.first().name()));
        return retired;
    }

    private static Map<String, Step> silent(Map<String, Step> steps, Step words) {
        Map<String, Step> silent = new LinkedHashMap<>(steps);
        silent.replaceAll((name, step) -> does(step, REPORTS) ? silent(step, words) : step);
        return silent;
    }

    private static Step silent(Step step, Step words) {
        List<Operation> operations = step.operations().stream()
                .filter(operation -> !REPORTS.contains(operation.verb()))
                .toList();
        return new Step(
                step.name(),
                step.was(),
                step.run(),
                operations,
                Objects.requireNonNull(words.say()),
                step.ask(),
                step.visit(),
                step.then(),
                step.visibility(),
                step.slot());
    }
}
