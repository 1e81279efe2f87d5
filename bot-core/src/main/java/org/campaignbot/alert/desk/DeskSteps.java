package org.campaignbot.alert.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.campaignbot.times.ExactTime;

/**
 * The Java steps of the alert desk, which guide its flow through what the desk has reported.
 *
 * <p>{@code desk.page} shows the latest report; {@code desk.list} lists alerts to choose from;
 * {@code desk.actions} lists the actions that can be asked for; {@code desk.missing} names the part of a draft still to be
 * written; {@code desk.stage} says what can be done with the alert on the screen. Each is {@code look} if nothing is held any
 * more, so that the desk must be asked again.
 */
public final class DeskSteps {

    private static final String LOOK = "look";
    private static final String NEW = Alert.Kind.NEW.word();

    /** The parts of a draft in order, by the outcomes that ask for them. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("action", "desk_action"),
            Map.entry("topic", "desk_topic"),
            Map.entry("english", "desk_english"),
            Map.entry("spanish", "desk_spanish"),
            Map.entry("audience", "desk_audience"),
            Map.entry("start", "desk_start"),
            Map.entry("end", "desk_end"));

    /** What a correction or a follow-up inherits from the alert before. */
    private static final Set<String> TAKEN_OVER = Set.of("topic", "audience");

    private static final int LONGEST_LABEL = 40;

    /** Stands beside the words for {@link ExactTime.Why}. */
    private static final String BEFORE_START = "before-start";

    private DeskSteps() {}

    /** All of them. */
    public static List<JavaStep> all() {
        return List.of(
                new JavaStep(
                        "desk.page",
                        "Chooses what the alert desk shows, and names the action of an alert.",
                        Set.of("desk_asks", "desk_page"),
                        Set.of(
                                LOOK,
                                DeskFacts.NOBODY,
                                DeskFacts.LIST,
                                DeskFacts.FORM,
                                DeskFacts.ALERT,
                                DeskFacts.TESTS,
                                DeskFacts.SHOW,
                                DeskFacts.TOTALS),
                        StepValue.of("desk_title"),
                        DeskSteps::page),
                new JavaStep(
                        "desk.list",
                        "Lists the alerts to choose from.",
                        Set.of("desk_listed"),
                        Set.of(LOOK, "listed"),
                        StepValue.of("desk_alerts[label value title asks stage] desk_any=none|some"),
                        DeskSteps::list),
                new JavaStep(
                        "desk.actions",
                        "Lists the actions that an alert can ask for.",
                        Set.of(),
                        Set.of("some", "none"),
                        StepValue.of("desk_actions[label value]"),
                        DeskSteps::actions),
                new JavaStep(
                        "desk.missing",
                        "Names the part of a draft that is still to be written.",
                        Set.of(
                                "desk_action",
                                "desk_audience",
                                "desk_end",
                                "desk_english",
                                "desk_kind",
                                "desk_spanish",
                                "desk_start",
                                "desk_topic"),
                        Set.of(
                                "action",
                                "action-after",
                                "topic",
                                "english",
                                "spanish",
                                "audience",
                                "start",
                                "end",
                                "ready",
                                "action-unknown",
                                "start-again",
                                "end-again"),
                        StepValue.of(
                                "desk_start desk_end desk_from:moment desk_typed desk_date desk_weekday",
                                "desk_time=" + timeWords(),
                                "desk_times[label value]"),
                        DeskSteps::missing),
                new JavaStep(
                        "desk.part",
                        "Says which part of a draft is to be given again.",
                        Set.of("desk_part"),
                        Set.of("english", "spanish", "audience"),
                        List.of(),
                        DeskSteps::part),
                new JavaStep(
                        "desk.stage",
                        "Says what can be done with the alert on the screen.",
                        Set.of("desk_mine", "desk_sent", "desk_stage", "desk_unknown", "desk_unread"),
                        Set.of(
                                LOOK,
                                DeskFacts.FORM,
                                "draft",
                                "unread",
                                "checked",
                                "theirs",
                                "ready",
                                "sending",
                                "paused",
                                "unknown",
                                "sent",
                                "over"),
                        List.of(),
                        DeskSteps::stage));
    }

    private static Result page(Input input) {
        Result result = Result.of(Objects.requireNonNullElse(input.facts().text(DeskFacts.PAGE), LOOK));
        String asks = input.facts().text(DeskFacts.ASKS);
        return asks == null ? result : result.with("desk_title", new Value.Text(title(input, asks)));
    }

    /** The label of an action's record in the reader's language. */
    private static String title(Input input, String name) {
        Value record = input.facts().records().get(name);
        Action action = record == null ? null : Action.of(name, record);
        return action == null ? name : AlertMessages.title(action, input.language());
    }

    private static Result list(Input input) {
        Value listed = input.facts().value(DeskFacts.LISTED);
        List<Value.Row> alerts = listed instanceof Value.Rows found
                ? found.rows().stream().map(row -> labeled(input, row.fields())).toList()
                : List.of();
        return Result.of(listed == null ? LOOK : "listed")
                .with("desk_alerts", new Value.Rows(alerts))
                .with("desk_any", new Value.Text(alerts.isEmpty() ? "none" : "some"));
    }

    private static Value.Row labeled(Input input, Map<String, Value> alert) {
        Map<String, Value> fields = new HashMap<>(alert);
        String title = title(input, text(alert, "asks"));
        String label = text(alert, "value") + ": " + title;
        fields.put("title", new Value.Text(title));
        fields.put(
                "label",
                new Value.Text(label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…"));
        return new Value.Row(fields);
    }

    private static String text(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Value.Text text ? text.text() : "";
    }

    private static Result actions(Input input) {
        List<Value.Row> rows = new ArrayList<>();
        input.facts().records().forEach((name, record) -> {
            Action action = Action.of(name, record);
            if (action != null
                    && !action.flow().isEmpty()
                    && action.on(EasternTime.dateAt(input.now())).isOpen()) {
                Value title = action.title() instanceof Value.Translated words
                        ? new Value.Text(words.in(input.language()))
                        : action.title();
                rows.add(new Value.Row(Map.of("label", title, "value", new Value.Text(name))));
            }
        });
        return Result.of(rows.isEmpty() ? "none" : "some").with("desk_actions", new Value.Rows(rows));
    }

    private static String timeWords() {
        return BEFORE_START + "|"
                + Arrays.stream(ExactTime.Why.values()).map(ExactTime.Why::word).collect(Collectors.joining("|"));
    }

    private static Result part(Input input) {
        String part = input.facts().textOrEmpty("desk_part");
        return Result.of(
                switch (part) {
                    case "audience" -> "audience";
                    case "es" -> "spanish";
                    default -> "english";
                });
    }

    /** Checks what has been given so far, then names what is missing; a time is kept as it was understood. */
    private static Result missing(Input input) {
        String action = input.facts().text("desk_action");
        if (action != null && !isOpen(input, action)) {
            return Result.of("action-unknown")
                    .with("desk_typed", Objects.requireNonNull(input.facts().value("desk_action")));
        }
        Optional<Instant> start = Optional.empty();
        Result result = unwritten(input);
        for (String part : List.of("desk_start", "desk_end")) {
            String typed = input.facts().text(part);
            if (typed == null || (part.equals("desk_start") && typed.equalsIgnoreCase("now"))) {
                continue;
            }
            ExactTime.Reading reading = part.equals("desk_end")
                    ? AlertTime.readEnd(typed, input.now())
                    : AlertTime.read(typed, input.now());
            if (!(reading instanceof ExactTime.At at)) {
                return again(input, part, reading);
            }
            Instant time = at.time().toInstant();
            if (start.isPresent() && !start.get().isBefore(time)) {
                return again(input, part, BEFORE_START, List.of());
            }
            start = Optional.of(time);
            result = result.with(part, new Value.Text(AlertTime.write(time)));
            if (part.equals("desk_start")) {
                result = result.with(DeskFacts.FROM, new Value.Moment(time, EasternTime.ZONE));
            }
        }
        return result;
    }

    private static boolean isOpen(Input input, String typed) {
        return Action.all(input.facts().records())
                .filter(action -> action.on(EasternTime.dateAt(input.now())).isOpen())
                .anyMatch(action -> action.name().equals(typed.strip())
                        || titles(action).anyMatch(title -> title.equalsIgnoreCase(typed.strip())));
    }

    private static Stream<String> titles(Action action) {
        return action.title() instanceof Value.Translated words
                ? words.words().values().stream()
                : Stream.of(AlertMessages.title(action, Language.ENGLISH));
    }

    private static Result again(Input input, String part, ExactTime.Reading reading) {
        if (reading instanceof ExactTime.Either either) {
            return again(input, part, either.why().word(), either.times());
        }
        ExactTime.Not not = (ExactTime.Not) reading;
        Result again = again(input, part, not.why().word(), List.of());
        LocalDate date = not.date();
        return date == null
                ? again
                : again.with("desk_date", new Value.Text(AlertTime.date(date, input.language())))
                        .with("desk_weekday", new Value.Text(AlertTime.weekday(date, input.language())));
    }

    private static Result again(Input input, String part, String why, List<ZonedDateTime> times) {
        List<Value.Row> choices = times.stream()
                .map(time -> Value.texts(Map.of(
                        "label", AlertTime.label(time, input.language()), "value", AlertTime.write(time.toInstant()))))
                .map(Value.Row::new)
                .toList();
        return Result.of(part.equals("desk_start") ? "start-again" : "end-again")
                .with("desk_time", new Value.Text(why))
                .with("desk_typed", Objects.requireNonNull(input.facts().value(part)))
                .with("desk_times", new Value.Rows(choices));
    }

    private static Result unwritten(Input input) {
        String kind = Objects.requireNonNullElse(input.facts().text(DeskFacts.KIND), NEW);
        String missing = PARTS.stream()
                .filter(part -> kind.equals(NEW) || !TAKEN_OVER.contains(part.getKey()))
                .filter(part -> input.facts().value(part.getValue()) == null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("ready");
        return Result.of(missing.equals("action") && !kind.equals(NEW) ? "action-after" : missing);
    }

    private static Result stage(Input input) {
        String stage = input.facts().text(DeskFacts.STAGE);
        boolean mine = "yes".equals(input.facts().text(DeskFacts.MINE));
        boolean unread = "yes".equals(input.facts().text(DeskFacts.UNREAD));
        return Result.of(
                switch (Objects.requireNonNullElse(stage, LOOK)) {
                    case LOOK, DeskFacts.FORM, "draft", "paused" -> Objects.requireNonNullElse(stage, LOOK);
                    case "checked" -> unread ? "unread" : mine ? "checked" : "theirs";
                    case "approved", "scheduled" -> "ready";
                    case "canary", "sending" -> "sending";
                    default -> past(input.facts(), Objects.requireNonNull(stage));
                });
    }

    /**
     * What can be done with a finished alert: recipients can get another message, and those who may have got it can be sent it
     * again.
     */
    private static String past(Facts facts, String stage) {
        boolean isUnknown = stage.equals(Alert.Stage.DONE.word()) && count(facts, DeskFacts.UNKNOWN) > 0;
        return isUnknown ? "unknown" : count(facts, DeskFacts.SENT) > 0 ? "sent" : "over";
    }

    private static long count(Facts facts, String name) {
        return facts.value(name) instanceof Value.Count count ? count.number() : 0;
    }
}
