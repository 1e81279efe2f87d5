package org.campaignbot.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.audience.SmallCells;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.desk.AlertJson;
import org.campaignbot.alert.desk.AlertResults;
import org.campaignbot.alert.desk.AlertTime;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.sending.AlertFigures.Figures;

/** Alerts and their figures as lines for a terminal; times are Eastern. */
final class AlertWords {

    private final AlertJson names;

    AlertWords(AlertJson names) {
        this.names = names;
    }

    /**
     * Describes an answer of the alert service.
     *
     * @param isSplit whether an alert has more recipients than a canary
     */
    List<String> answer(DeskAnswer answer, Predicate<Alert> isSplit) {
        if (answer instanceof DeskAnswer.Refused refused) {
            return List.of(refused.why().words());
        }
        boolean isDone = answer instanceof DeskAnswer.Done;
        Alert alert = isDone ? ((DeskAnswer.Done) answer).alert() : ((DeskAnswer.Found) answer).alert();
        List<Finding> findings =
                isDone ? ((DeskAnswer.Done) answer).findings() : ((DeskAnswer.Found) answer).findings();
        List<String> lines = new ArrayList<>();
        findings.forEach(each -> lines.add(each.toString()));
        lines.add(
                isDone
                        ? alert.id() + " " + standing(alert, isSplit) + ". " + next(alert)
                        : alert.id() + " is a draft until its errors are fixed: ./bot alert draft --change "
                                + alert.id());
        if (isDone && alert.stage() == Alert.Stage.DRAFT) {
            lines.addAll(understood(alert.draft()));
        }
        return lines;
    }

    /** Reads a draft back in words, since what was typed may have been meant otherwise. */
    static List<String> understood(Draft draft) {
        return List.of(
                draft.at() == null
                        ? "It begins when somebody sends it."
                        : "It begins " + AlertTime.say(draft.at()) + ".",
                "It ends " + AlertTime.say(draft.expires()) + ".");
    }

    private static String standing(Alert alert, Predicate<Alert> isSplit) {
        return switch (alert.stage()) {
            case DRAFT -> "is a draft";
            // Only the server knows its settings; if the canary would be all recipients, no one is left to wait.
            case CANARY ->
                isSplit.test(alert)
                        ? "is being sent; the server's ALERT_CANARY_PERCENT says whether a few get it first"
                        : "is being sent";
            case SENDING -> "is being sent";
            case EXPIRED -> "has expired";
            case CHECKED, APPROVED, SCHEDULED, PAUSED, DONE, STOPPED ->
                "is " + alert.stage().word();
        };
    }

    /** The possible next steps. */
    private static String next(Alert alert) {
        String id = alert.id();
        return switch (alert.stage()) {
            case DRAFT -> "Check it: ./bot alert check " + id;
            case CHECKED ->
                "Look at it (./bot alert preview " + id
                        + "), then let another organizer approve it; who is the only one:" + " ./bot alert approve "
                        + id;
            case APPROVED -> "Send it: ./bot alert send " + id + ", or at its time: ./bot alert schedule " + id;
            case SCHEDULED -> "It waits for its time. To hold it back: ./bot alert stop " + id;
            case CANARY, SENDING -> "How it goes: ./bot alert report " + id;
            case PAUSED -> "Nobody gets it until ./bot alert resume " + id;
            case DONE, STOPPED, EXPIRED -> "What became of it: ./bot alert report " + id;
        };
    }

    String line(Alert alert) {
        return alert.id() + "   " + alert.stage().word() + "   by " + names.name(alert.author()) + "   "
                + alert.draft().action() + " for "
                + AudienceText.write(alert.draft().audience()) + ", until "
                + AlertTime.write(alert.draft().expires());
    }

    List<String> all(Alert alert, List<AlertEntry> trail) {
        List<String> lines = new ArrayList<>();
        Draft draft = alert.draft();
        lines.add(line(alert));
        if (alert.about() != null) {
            lines.add("It is a " + alert.kind().word() + " of " + alert.about() + ".");
        }
        lines.add(
                draft.at() == null
                        ? "It begins when somebody sends it."
                        : "It begins at " + AlertTime.write(draft.at()) + ".");
        new TreeMap<>(draft.unread())
                .forEach((part, typed) -> lines.add("Its " + part + " can't be read yet: \"" + typed + "\""));
        if (alert.why() != null) {
            lines.add("Why: " + alert.why());
        }
        new TreeMap<>(byCode(draft))
                .forEach((code, words) ->
                        lines.add(code + ":\n" + words.indent(2).stripTrailing()));
        trail.forEach(each -> lines.add(AlertTime.write(each.at()) + "  " + each.by() + "  "
                + each.act().word() + (each.about().isEmpty() ? "" : ": " + each.about())));
        return lines;
    }

    private static Map<String, String> byCode(Draft draft) {
        return draft.words().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().code(), Map.Entry::getValue));
    }

    /** Counts an audience; {@code who} says it in words. */
    static List<String> count(String who, AudienceCount count) {
        return List.of(
                "It is for " + count.shown() + ".",
                "That's " + who + ".",
                "by state: " + cells(count.byState()),
                "by language: " + cells(count.byLanguage()),
                "by platform: " + cells(count.byPlatform()));
    }

    static List<String> figures(Figures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("sent: " + figures.sent());
        lines.add("of them reported delivered: " + AlertResults.DELIVERED);
        lines.add("started the action: " + SmallCells.shown(figures.started()));
        lines.add("completed, as people told themselves: " + cells(figures.outcomes()));
        lines.add("ended their alerts: " + SmallCells.shown(figures.optOuts()));
        lines.add("waiting: " + figures.waiting() + ", expired: " + figures.expired() + ", unknown: "
                + figures.unknown() + ", over their limit: " + figures.leftOut());
        lines.add("failed: " + (figures.failed().isEmpty() ? "0" : new TreeMap<>(figures.failed()).toString()));
        lines.add("sent by state: " + cells(figures.byState()));
        Map<String, Long> days = new TreeMap<>();
        for (Map.Entry<LocalDate, Long> day : figures.byDay().entrySet()) {
            days.put(day.getKey().toString(), day.getValue());
        }
        lines.add("sent by day: " + cells(days));
        return lines;
    }

    private static String cells(Map<String, Long> parts) {
        Map<String, String> shown = SmallCells.shown(parts);
        return shown.isEmpty()
                ? "nobody"
                : shown.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }
}
