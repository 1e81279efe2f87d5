package org.campaignbot.alert.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.Settings;
import org.campaignbot.update.EffectResults;

/**
 * Offers organizers the numbers that callers found wrong, and hides one at a press; does nothing for people without that role.
 *
 * <p>{@link #EFFECT} has the arguments {@code act} and {@code number}: {@code look} changes nothing, {@code hide} shows the number
 * on no card, and {@code show} takes that back.
 */
public final class NumberDesk {

    /** The effect that lists, hides and shows numbers. */
    public static final String EFFECT = "wrong-numbers";

    /** The flows that tell the result of the effect. */
    public static final Map<String, Set<String>> TOLD =
            Map.of(EFFECT, Set.of(NumberDesk.LIST, NumberDesk.DONE, NumberDesk.REFUSED));

    /** The facts of its results that aren't plain texts. */
    public static final List<StepValue> RESULTS = StepValue.of("numbers_listed[value reports:count latest:day]");

    private static final String LIST = "wrong-numbers-list";
    private static final String DONE = "wrong-numbers-done";
    private static final String REFUSED = "wrong-numbers-refused";
    private static final String LISTED = "numbers_listed";

    private final Organizers organizers;
    private final OrganizerNotifier.Reach reach;
    private final WrongNumberChoice choice;

    private NumberDesk(Organizers organizers, OrganizerNotifier.Reach reach, WrongNumberChoice choice) {
        this.organizers = organizers;
        this.reach = reach;
        this.choice = choice;
    }

    /** Creates the handler. */
    public static EffectHandler over(
            Organizers organizers,
            OrganizerNotifier.Reach reach,
            WrongNumbers numbers,
            Settings settings,
            Supplier<Directory> directory) {
        NumberDesk desk = new NumberDesk(organizers, reach, new WrongNumberChoice(numbers, settings, directory));
        return EffectHandler.of(EFFECT, desk::answer);
    }

    /** The step that shows the list, or says that it must be asked for again. */
    public static JavaStep step() {
        return new JavaStep(
                "desk.numbers",
                "Lists the numbers that callers found wrong.",
                Set.of(LISTED),
                Set.of("look", "listed"),
                StepValue.of("numbers_shown[label value number:code reports:count latest:day] numbers_any=none|some"),
                NumberDesk::listed);
    }

    private static JavaStep.Result listed(JavaStep.Input input) {
        Value listed = input.facts().value(LISTED);
        List<Value.Row> rows = listed instanceof Value.Rows found
                ? found.rows().stream().map(NumberDesk::shown).toList()
                : List.of();
        return JavaStep.Result.of(listed == null ? "look" : "listed")
                .with("numbers_shown", new Value.Rows(rows))
                .with("numbers_any", new Value.Text(rows.isEmpty() ? "none" : "some"));
    }

    private static Value.Row shown(Value.Row row) {
        Map<String, Value> fields = new HashMap<>(row.fields());
        Value number = Objects.requireNonNull(fields.get("value"));
        fields.put("label", number);
        fields.put("number", new Value.Code(((Value.Text) number).text()));
        return new Value.Row(fields);
    }

    private void answer(ConversationKey conversation, Effect effect) {
        Event.Answered answer = organizers
                .of(conversation.person())
                .filter(each -> each.role().covers(Role.ORGANIZER))
                .map(organizer -> done(organizer, effect))
                .orElse(new Event.Answered(REFUSED, Map.of()));
        String name = conversation + "/" + effect.turn() + "/" + effect.ordinal();
        reach.answers()
                .add(new EffectResults.Answer(OrganizerNotifier.id(reach.names().apply(name)), conversation, answer));
    }

    private Event.Answered done(Organizer organizer, Effect effect) {
        String number = effect.arguments().getOrDefault("number", "").strip();
        // An old button may have lost its number: then the list comes again.
        String act = number.equals("none") ? "look" : effect.arguments().getOrDefault("act", "");
        return switch (act) {
            case "hide" ->
                told(number, choice.hide(number, organizer.name(), effect.at()).word());
            case "show" ->
                told(number, choice.show(number, organizer.name(), effect.at()).word());
            default -> new Event.Answered(LIST, Map.of(LISTED, rows()));
        };
    }

    private Value.Rows rows() {
        return new Value.Rows(choice.numbers().reported().stream()
                .filter(WrongNumbers.Reported::isShown)
                .map(each -> new Value.Row(Map.of(
                        "value", new Value.Text(each.number()),
                        "reports", new Value.Count(each.count()),
                        "latest", new Value.Day(each.latest()))))
                .toList());
    }

    private static Event.Answered told(String number, String note) {
        return new Event.Answered(
                DONE, Map.of("numbers_which", new Value.Text(number), "numbers_note", new Value.Text(note)));
    }
}
