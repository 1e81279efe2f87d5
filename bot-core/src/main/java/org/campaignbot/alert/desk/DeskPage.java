package org.campaignbot.alert.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.audience.SmallCells;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.alert.sending.Objection;
import org.campaignbot.flow.Pack;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;

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
    Map<String, String> list() {
        List<List<String>> listed = desk.all().stream()
                .limit(MOST_LISTED)
                .map(alert -> List.of(
                        alert.id(), alert.draft().action(), alert.stage().word()))
                .toList();
        return Map.of(DeskFacts.PAGE, DeskFacts.LIST, DeskFacts.LISTED, DeskFacts.text(listed));
    }

    /** Facts for a refusal that concerns no particular alert. */
    static Map<String, String> refused(String why) {
        return Map.of(DeskFacts.PAGE, DeskFacts.ALERT, DeskFacts.WHY, why, DeskFacts.STAGE, DeskFacts.FORM);
    }

    /** Facts for a draft that can't be read. */
    static Map<String, String> unreadable(List<Map<String, String>> problems) {
        Map<String, String> facts = new HashMap<>(refused(DeskFacts.IS_UNREADABLE));
        facts.put(DeskFacts.UNREADABLE, DeskFacts.named(problems));
        return facts;
    }

    /** Facts for an alert and its findings; once it has begun, also its results. */
    Map<String, String> of(Alert alert, List<Finding> findings) {
        return alert.began() == null ? draft(alert, findings) : begun(alert, desk.report(alert.id()));
    }

    /** Facts for an alert in its current stage, with the findings of a check if its words can still be changed. */
    Map<String, String> now(Alert alert) {
        // Once it has begun no one can change a word, and its recipients count against the caps already.
        boolean isToCheck = !alert.stage().isFinal() && alert.began() == null;
        return of(alert, isToCheck ? desk.findings(alert) : List.of());
    }

    /** Facts for an alert that has begun. */
    Map<String, String> begun(Alert alert, AlertFigures.Figures figures) {
        Map<String, String> facts = told(alert);
        facts.putAll(shown(figures));
        return facts;
    }

    private static SortedMap<String, String> shown(AlertFigures.Figures figures) {
        SortedMap<String, String> shown = new TreeMap<>();
        shown.put(DeskFacts.SENT, Long.toString(figures.sent()));
        shown.put("desk_failed", Long.toString(sum(figures.failed())));
        shown.put(DeskFacts.UNKNOWN, Long.toString(figures.unknown()));
        shown.put("desk_late", Long.toString(figures.expired()));
        shown.put("desk_left", Long.toString(figures.waiting()));
        shown.put("desk_started", SmallCells.shown(figures.started()));
        shown.put("desk_acted", SmallCells.shown(sum(figures.outcomes())));
        shown.put("desk_opted_out", SmallCells.shown(figures.optOuts()));
        return shown;
    }

    /** Everything about an alert under way that changes without an organizer, as one text; hides small counts too. */
    static String progress(Alert alert, AlertFigures.Figures figures) {
        return alert.stage().word() + " " + String.join(" ", shown(figures).values());
    }

    private Map<String, String> draft(Alert alert, List<Finding> findings) {
        Draft draft = alert.draft();
        Map<String, String> facts = told(alert);
        facts.put(DeskFacts.UNREAD, desk.isUnread(alert, findings, reader.name()) ? "yes" : "no");
        facts.put("desk_count", desk.count(draft.audience(), draft.topic()).shown());
        facts.put(
                DeskFacts.FINDINGS,
                DeskFacts.named(findings.stream().map(DeskPage::named).toList()));
        return facts;
    }

    private static Map<String, String> named(Finding finding) {
        Map<String, String> values = new HashMap<>(finding.about());
        values.put("kind", finding.kind().word());
        values.put("severity", finding.severity().word());
        values.put("where", finding.where());
        return values;
    }

    private Map<String, String> told(Alert alert) {
        Draft draft = alert.draft();
        Map<String, String> facts = new HashMap<>();
        facts.put(DeskFacts.PAGE, DeskFacts.ALERT);
        facts.put(DeskFacts.ON_SCREEN, alert.id());
        facts.put(DeskFacts.STAGE, alert.stage().word());
        facts.put(DeskFacts.MINE, isOf(alert.author()) || isOf(alert.writer()) ? "yes" : "no");
        facts.put(DeskFacts.ASKS, draft.action());
        facts.put(DeskFacts.KIND, alert.kind().word());
        if (alert.about() != null) {
            facts.put(DeskFacts.EARLIER, alert.about());
        }
        facts.put("desk_author", name(alert.author()));
        because(alert, facts);
        facts.put(
                DeskFacts.WORDING,
                DeskFacts.text(pack.languages().stream()
                        .filter(draft.words()::containsKey)
                        .map(language -> List.of(
                                language.code(),
                                Objects.requireNonNull(draft.words().get(language))))
                        .toList()));
        facts.put("desk_for", AudienceText.write(draft.audience()));
        if (draft.at() != null) {
            facts.put(DeskFacts.BEGINS, draft.at().toString());
        }
        facts.put(DeskFacts.ENDS, draft.expires().toString());
        return facts;
    }

    private static void because(Alert alert, Map<String, String> facts) {
        if (alert.stage() == Alert.Stage.PAUSED && alert.why() != null) {
            Objection.read(alert.why()).ifPresent(objection -> {
                facts.put("desk_because", objection.kind().word());
                facts.put("desk_because_some", Long.toString(objection.some()));
                facts.put("desk_because_all", Long.toString(objection.all()));
            });
        }
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
