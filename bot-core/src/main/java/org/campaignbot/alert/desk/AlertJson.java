package org.campaignbot.alert.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.audience.SmallCells;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.organizers.Organizer;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as programs get them, as maps to be written as JSON: organizers by name, small counts hidden.
 *
 * @param organizers everybody who helps run the bot
 */
public record AlertJson(List<Organizer> organizers) {

    public AlertJson {
        organizers = List.copyOf(organizers);
    }

    /** What an act came to: the alert with what the check found, or why it was refused. */
    public Map<String, Object> answer(DeskAnswer answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (answer instanceof DeskAnswer.Refused refused) {
            row.put("refused", refused.why().word());
            row.put("words", refused.why().words());
        } else if (answer instanceof DeskAnswer.Found found) {
            row.put("refused", "found");
            row.put("alert", alert(found.alert()));
            row.put("findings", findings(found.findings()));
        } else {
            DeskAnswer.Done done = (DeskAnswer.Done) answer;
            row.put("alert", alert(done.alert()));
            row.put("findings", findings(done.findings()));
        }
        return row;
    }

    /** An alert without its trail and figures. */
    public Map<String, Object> alert(Alert alert) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", alert.id());
        row.put("kind", alert.kind().word());
        put(row, "about", alert.about());
        row.put("stage", alert.stage().word());
        row.put("author", name(alert.author()));
        row.put("writer", name(alert.writer()));
        put(row, "approver", alert.approver() == null ? null : name(alert.approver()));
        Draft draft = alert.draft();
        row.put("action", draft.action());
        row.put("topic", draft.topic());
        row.put("audience", AudienceText.write(draft.audience()));
        Map<String, String> words = new TreeMap<>();
        draft.words().forEach((language, said) -> words.put(language.code(), said));
        row.put("words", words);
        put(row, "at", text(draft.at()));
        row.put("expires", draft.expires().toString());
        if (!draft.unread().isEmpty()) {
            row.put("unread", new TreeMap<>(draft.unread()));
        }
        put(row, "why", alert.why());
        put(row, "began", text(alert.began()));
        put(row, "ended", text(alert.ended()));
        return row;
    }

    /** What a check found, and how to fix each. */
    public static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream().map(AlertJson::finding).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", finding.kind().word());
        row.put("severity", finding.severity().word());
        row.put("where", finding.where());
        row.put("message", finding.message());
        row.put("fix", finding.fix());
        return row;
    }

    /** Who did what to an alert, the first act first. */
    public static List<Map<String, Object>> trail(List<AlertEntry> trail) {
        return trail.stream().map(AlertJson::entry).toList();
    }

    private static Map<String, Object> entry(AlertEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", entry.at().toString());
        row.put("by", entry.by());
        row.put("act", entry.act().word());
        row.put("about", entry.about());
        return row;
    }

    /** How many people an audience has. */
    public static Map<String, Object> count(AudienceCount count) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("total", count.shown());
        row.put("by_state", SmallCells.shown(count.byState()));
        row.put("by_language", SmallCells.shown(count.byLanguage()));
        row.put("by_platform", SmallCells.shown(count.byPlatform()));
        return row;
    }

    /** An organizer's name; for one who is gone, a phrase that says so, since the id would tell nothing. */
    public String name(String id) {
        return organizers.stream()
                .filter(each -> each.id().equals(id))
                .map(Organizer::name)
                .findFirst()
                .orElse("somebody who organizes no more");
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static void put(Map<String, Object> row, String key, @Nullable String value) {
        if (value != null) {
            row.put(key, value);
        }
    }
}
