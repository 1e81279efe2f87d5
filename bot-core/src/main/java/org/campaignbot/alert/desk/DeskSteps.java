package org.campaignbot.alert.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/**
 * The Java steps of the alert desk, which guide its flow through what the desk has reported.
 *
 * <p>{@code desk.page} shows the latest report and unfolds its lists; {@code desk.list} lists alerts to choose from;
 * {@code desk.actions} lists the actions that can be asked for; {@code desk.missing} names the part of a draft still to be
 * written; {@code desk.stage} says what can be done with the alert on the screen. Each is {@code look} if nothing is held any
 * more, so that the desk must be asked again.
 */
public final class DeskSteps {

    private static final String LOOK = "look";
    private static final String NEW = Alert.Kind.NEW.word();

    /** The facts with instants, and the facts with words for those moments. */
    private static final Map<String, String> TIMES =
            Map.of(DeskFacts.BEGINS, "desk_from", DeskFacts.ENDS, "desk_until");

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

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final int LONGEST_LABEL = 40;

    private DeskSteps() {}

    /** All of them. */
    public static List<JavaStep> all() {
        return List.of(
                new JavaStep(
                        "desk.page",
                        "Shows the latest report of the alert desk and unfolds its lists.",
                        Set.of(
                                "desk_asks",
                                "desk_begins",
                                "desk_ends",
                                "desk_findings",
                                "desk_page",
                                "desk_unreadable",
                                "desk_wording"),
                        Set.of(LOOK, DeskFacts.NOBODY, DeskFacts.LIST, DeskFacts.FORM, DeskFacts.ALERT, DeskFacts.SHOW),
                        StepValue.of(
                                "desk_title desk_from:moment desk_until:moment",
                                "desk_words[language words] desk_found[kind *?] desk_problems[kind *?]"),
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
                                "ready"),
                        List.of(),
                        DeskSteps::missing),
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
        Facts facts = input.facts();
        Result result = Result.of(Objects.requireNonNullElse(facts.text(DeskFacts.PAGE), LOOK))
                .with("desk_words", DeskFacts.rows(facts, DeskFacts.WORDING, List.of("language", "words")))
                .with("desk_found", DeskFacts.rows(facts, DeskFacts.FINDINGS, DeskSteps::value))
                .with("desk_problems", DeskFacts.rows(facts, DeskFacts.UNREADABLE, DeskSteps::value));
        String asks = facts.text(DeskFacts.ASKS);
        result = asks == null ? result : result.with("desk_title", new Value.Text(title(input, asks)));
        for (Map.Entry<String, String> time : TIMES.entrySet()) {
            String instant = facts.text(time.getKey());
            result = instant == null ? result : result.with(time.getValue(), moment(instant));
        }
        return result;
    }

    /** A value of what was found: times are in the reader's language, and nobody should call an unknown number. */
    private static Value value(String name, String text) {
        return switch (name) {
            case "from", "until" -> moment(text);
            case "number" -> new Value.Code(text);
            default -> new Value.Text(text);
        };
    }

    private static Value moment(String instant) {
        return new Value.Moment(Instant.parse(instant), EASTERN);
    }

    /** The label of an action's record in the reader's language. */
    private static String title(Input input, String name) {
        Value record = input.facts().records().get(name);
        Action action = record == null ? null : Action.of(name, record);
        return action == null ? name : AlertMessages.title(action, input.language());
    }

    private static Result list(Input input) {
        Value.Rows alerts = new Value.Rows(
                DeskFacts.rows(input.facts(), DeskFacts.LISTED, List.of("value", "asks", "stage")).rows().stream()
                        .map(row -> labelled(input, row.fields()))
                        .toList());
        return Result.of(input.facts().text(DeskFacts.LISTED) == null ? LOOK : "listed")
                .with("desk_alerts", alerts)
                .with("desk_any", new Value.Text(alerts.rows().isEmpty() ? "none" : "some"));
    }

    private static Value.Row labelled(Input input, Map<String, Value> alert) {
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

    private static Result missing(Input input) {
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
        String text = facts.text(name);
        return text == null || !text.chars().allMatch(Character::isDigit) || text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
