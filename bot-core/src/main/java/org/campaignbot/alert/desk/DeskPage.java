package org.campaignbot.alert.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.alert.sending.Objection;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.people.Language;

/** Builds the facts about alerts that the desk's flow tells one organizer. */
final class DeskPage {

    /** How many alerts are listed; more wouldn't fit below a message. */
    private static final int MOST_LISTED = 7;

    private final AlertService desk;
    private final Organizers organizers;
    private final Pack pack;
    private final Organizer reader;

    DeskPage(AlertService desk, Organizers organizers, Pack pack, Organizer reader) {
        this.desk = desk;
        this.organizers = organizers;
        this.pack = pack;
        this.reader = reader;
    }

    /** Facts for the list of the latest alerts. */
    Map<String, Value> list() {
        Stream<Map<String, Value>> listed = desk.all().stream()
                .limit(MOST_LISTED)
                .map(alert -> Map.of(
                        "value", text(alert.id()),
                        "asks", text(alert.draft().action()),
                        "stage", text(alert.stage().word())));
        return Map.of(DeskFacts.PAGE, text(DeskFacts.LIST), DeskFacts.LISTED, rows(listed));
    }

    /** Facts for a refusal that concerns no particular alert. */
    static Map<String, Value> refused(String why) {
        return Value.texts(
                Map.of(DeskFacts.PAGE, DeskFacts.ALERT, DeskFacts.WHY, why, DeskFacts.STAGE, DeskFacts.FORM));
    }

    /** Facts for a draft that can't be read. */
    static Map<String, Value> unreadable(List<Map<String, String>> problems) {
        Map<String, Value> facts = new HashMap<>(refused(DeskFacts.IS_UNREADABLE));
        facts.put(DeskFacts.PROBLEMS, problems(problems));
        return facts;
    }

    /** Facts for an alert and its findings; once it has begun, also its results. */
    Map<String, Value> of(Alert alert, List<Finding> findings) {
        return alert.began() == null ? draft(alert, findings) : begun(alert, desk.report(alert.id()));
    }

    /** Facts for an alert in its current stage, with the findings of a check if its words can still be changed. */
    Map<String, Value> now(Alert alert) {
        // Once it has begun no one can change a word, and its recipients count against the caps already.
        boolean isToCheck = !alert.stage().isFinal() && alert.began() == null;
        return of(alert, isToCheck ? desk.findings(alert) : List.of());
    }

    /** Facts for an alert that has begun. */
    Map<String, Value> begun(Alert alert, AlertFigures.Figures figures) {
        Map<String, Value> facts = told(alert);
        facts.putAll(shown(figures));
        return facts;
    }

    private static SortedMap<String, Value> shown(AlertFigures.Figures figures) {
        SortedMap<String, Value> shown = new TreeMap<>();
        shown.put(DeskFacts.SENT, new Value.Count(figures.sent()));
        shown.put("desk_failed", new Value.Count(sum(figures.failed())));
        shown.put(DeskFacts.UNKNOWN, new Value.Count(figures.unknown()));
        shown.put("desk_late", new Value.Count(figures.expired()));
        shown.put("desk_left", new Value.Count(figures.waiting()));
        shown.put("desk_started", text(Figure.text(figures.started())));
        shown.put("desk_acted", text(Figure.text(sum(figures.outcomes()))));
        shown.put("desk_opted_out", text(Figure.text(figures.optOuts())));
        return shown;
    }

    /** Everything about an alert under way that changes without an organizer, as one text; hides small counts too. */
    static String progress(Alert alert, AlertFigures.Figures figures) {
        return alert.stage().word() + " "
                + shown(figures).values().stream()
                        .map(each -> each instanceof Value.Count count
                                ? Long.toString(count.number())
                                : ((Value.Text) each).text())
                        .collect(Collectors.joining(" "));
    }

    private Map<String, Value> draft(Alert alert, List<Finding> findings) {
        Draft draft = alert.draft();
        Map<String, Value> facts = told(alert);
        facts.put(DeskFacts.UNREAD, Value.Text.yesNo(desk.isUnread(alert, findings, reader.name())));
        facts.put("desk_count", text(desk.count(draft.audience(), draft.topic()).shown()));
        facts.put(DeskFacts.FOUND, found(findings));
        desk.returned(alert).ifPresent(entry -> {
            facts.put("desk_returned", text(entry.about()));
            facts.put("desk_returned_by", text(entry.by()));
        });
        if (Value.Text.yesNo(true).equals(facts.get(DeskFacts.MINE))) {
            facts.putAll(parts(draft));
        }
        return facts;
    }

    /** What a draft says, as it would be typed, so that its writer can change a part and keep the rest. */
    private Map<String, Value> parts(Draft draft) {
        Map<String, Value> parts = new HashMap<>();
        parts.put("desk_action", text(draft.action()));
        parts.put("desk_topic", text(draft.topic()));
        parts.put("desk_audience", text(AudienceText.write(draft.audience())));
        parts.put("desk_start", text(draft.at() == null ? "now" : AlertTime.write(draft.at())));
        parts.put("desk_end", text(AlertTime.write(draft.expires())));
        // What stands for a part that can't be read must not be taken for what they wrote; an empty one is asked for.
        draft.unread().forEach((part, typed) -> {
            if (typed.isEmpty()) {
                parts.remove("desk_" + part);
            } else {
                parts.put("desk_" + part, text(typed));
            }
        });
        draft.words()
                .forEach((language, words) ->
                        parts.put(language.equals(Language.SPANISH) ? "desk_spanish" : "desk_english", text(words)));
        return parts;
    }

    static Value found(List<Finding> findings) {
        return rows(findings.stream().map(DeskPage::named));
    }

    static Value problems(List<Map<String, String>> problems) {
        return rows(problems.stream().map(Value::texts));
    }

    private static Map<String, Value> named(Finding finding) {
        Map<String, Value> values = new HashMap<>();
        finding.about().forEach((name, about) -> values.put(name, value(name, about)));
        values.put("kind", text(finding.kind().word()));
        values.put("severity", text(finding.severity().word()));
        values.put("where", text(finding.where()));
        return values;
    }

    /** What a finding names: times are shown in the reader's language, and nobody should call an unknown number. */
    private static Value value(String name, String about) {
        return switch (name) {
            case "from", "until" -> moment(Instant.parse(about));
            case "number" -> new Value.Code(about);
            default -> text(about);
        };
    }

    private Map<String, Value> told(Alert alert) {
        Draft draft = alert.draft();
        Map<String, Value> facts = new HashMap<>();
        facts.put(DeskFacts.PAGE, text(DeskFacts.ALERT));
        facts.put(DeskFacts.ON_SCREEN, text(alert.id()));
        facts.put(DeskFacts.STAGE, text(alert.stage().word()));
        facts.put(DeskFacts.MINE, Value.Text.yesNo(isOf(alert.author()) || isOf(alert.writer())));
        facts.put(DeskFacts.ASKS, text(draft.action()));
        facts.put(DeskFacts.KIND, text(alert.kind().word()));
        if (alert.about() != null) {
            facts.put(DeskFacts.EARLIER, text(alert.about()));
        }
        facts.put("desk_author", text(name(alert.author())));
        because(alert, facts);
        facts.put(
                DeskFacts.WORDS,
                rows(pack.languages().stream()
                        .filter(draft.words()::containsKey)
                        .map(language -> Map.of(
                                "language", text(language.code()),
                                "words",
                                        text(Objects.requireNonNull(
                                                draft.words().get(language)))))));
        facts.put("desk_for", audience(draft.audience()));
        if (draft.at() != null) {
            facts.put(DeskFacts.FROM, moment(draft.at()));
        }
        facts.put(DeskFacts.UNTIL, moment(draft.expires()));
        return facts;
    }

    /** Who an alert is for, in the reader's language. */
    Value audience(Audience wanted) {
        return new Value.Translated(
                pack.languages().stream()
                        .collect(Collectors.toMap(Function.identity(), language -> desk.phrase(wanted, language))),
                pack.base());
    }

    private static void because(Alert alert, Map<String, Value> facts) {
        if (alert.stage() == Alert.Stage.PAUSED && alert.why() != null) {
            Objection.read(alert.why()).ifPresent(objection -> {
                facts.put("desk_because", text(objection.kind().word()));
                facts.put("desk_because_some", new Value.Count(objection.some()));
                facts.put("desk_because_all", new Value.Count(objection.all()));
            });
        }
    }

    private static Value text(String words) {
        return new Value.Text(words);
    }

    private static Value moment(Instant at) {
        return new Value.Moment(at, EasternTime.ZONE);
    }

    private static Value rows(Stream<Map<String, Value>> rows) {
        return new Value.Rows(rows.map(Value.Row::new).toList());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private boolean isOf(String id) {
        return reader.id().equals(id);
    }

    private String name(String id) {
        return organizers.all().stream()
                .filter(each -> each.id().equals(id))
                .map(Organizer::name)
                .findFirst()
                .orElse(id);
    }
}
