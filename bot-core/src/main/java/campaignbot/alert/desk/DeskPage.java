package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.alert.Draft;
import campaignbot.alert.audience.AudienceText;
import campaignbot.alert.audience.SmallCells;
import campaignbot.alert.check.Finding;
import campaignbot.alert.reader.AlertMessages;
import campaignbot.alert.sending.AlertFigures;
import campaignbot.flow.Action;
import campaignbot.flow.Pack;
import campaignbot.flow.Value;
import campaignbot.organizers.Organizer;
import campaignbot.organizers.Organizers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells one organizer of alerts, as facts for the flow of the desk. */
final class DeskPage {

    /** Alerts that are listed; more would not fit below a message. */
    private static final int MOST_LISTED = 7;

    private static final int LONGEST_LABEL = 40;

    private final AlertDesk desk;
    private final Organizers organizers;
    private final Pack pack;
    private final Organizer reader;

    DeskPage(AlertDesk desk, Organizers organizers, Pack pack, Organizer reader) {
        this.desk = desk;
        this.organizers = organizers;
        this.pack = pack;
        this.reader = reader;
    }

    /** The latest alerts. */
    Map<String, String> list() {
        List<List<String>> listed = desk.all().stream()
                .limit(MOST_LISTED)
                .map(alert -> List.of(
                        alert.id(),
                        label(alert.id() + ", " + alert.stage().word() + ": "
                                + title(alert.draft().action()))))
                .toList();
        return Map.of(DeskFacts.PAGE, DeskFacts.LIST, DeskFacts.LISTED, DeskFacts.text(listed));
    }

    /** Why nothing came of something about no alert. */
    static Map<String, String> refused(String why) {
        return Map.of(DeskFacts.PAGE, DeskFacts.ALERT, "desk_why", why, DeskFacts.STAGE, DeskFacts.FORM);
    }

    /** An alert, and what was found about it. */
    Map<String, String> of(Alert alert, List<Finding> findings) {
        Draft draft = alert.draft();
        Map<String, String> facts = new HashMap<>();
        facts.put(DeskFacts.PAGE, DeskFacts.ALERT);
        facts.put(DeskFacts.ON_SCREEN, alert.id());
        facts.put(DeskFacts.STAGE, alert.stage().word());
        facts.put(DeskFacts.MINE, isOf(alert.author()) || isOf(alert.writer()) ? "yes" : "no");
        facts.put("desk_title", title(draft.action()));
        facts.put("desk_author", name(alert.author()));
        if (alert.why() != null) {
            facts.put("desk_because", alert.why());
        }
        facts.put(
                DeskFacts.WORDING,
                DeskFacts.text(pack.languages().stream()
                        .filter(draft.words()::containsKey)
                        .map(language -> List.of(
                                language.code(),
                                Objects.requireNonNull(draft.words().get(language))))
                        .toList()));
        facts.put(
                DeskFacts.FINDINGS,
                DeskFacts.text(
                        findings.stream().map(each -> List.of(each.toString())).toList()));
        facts.put("desk_for", AudienceText.write(draft.audience()));
        facts.put("desk_count", desk.count(draft.audience(), draft.topic()).shown());
        if (draft.at() != null) {
            facts.put("desk_begins", AlertTime.write(draft.at()));
        }
        facts.put("desk_ends", AlertTime.write(draft.expires()));
        if (alert.began() != null) {
            figures(desk.report(alert.id()), facts);
        }
        return facts;
    }

    private static void figures(AlertFigures.Figures figures, Map<String, String> facts) {
        facts.put("desk_sent", Long.toString(figures.sent()));
        facts.put("desk_failed", Long.toString(sum(figures.failed())));
        facts.put("desk_unknown", Long.toString(figures.unknown()));
        facts.put("desk_late", Long.toString(figures.expired()));
        facts.put("desk_left", Long.toString(figures.waiting()));
        facts.put("desk_started", SmallCells.shown(figures.started()));
        facts.put("desk_acted", SmallCells.shown(sum(figures.outcomes())));
        facts.put("desk_opted_out", SmallCells.shown(figures.optOuts()));
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

    private String title(String record) {
        Value value = pack.records().get(record);
        Action action = value == null ? null : Action.of(record, value);
        return action == null ? record : AlertMessages.title(action, pack.base());
    }

    private static String label(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
