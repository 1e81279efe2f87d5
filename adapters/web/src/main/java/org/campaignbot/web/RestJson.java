package org.campaignbot.web;

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
import org.campaignbot.alert.sending.AlertFigures.Figures;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.WrongNumbers;
import org.jspecify.annotations.Nullable;

/** What programs get of alerts and reports: organizers by name, and small counts hidden as everywhere. */
record RestJson(List<Organizer> organizers) {

    Map<String, Object> alert(Alert alert) {
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
        put(row, "why", alert.why());
        put(row, "began", text(alert.began()));
        put(row, "ended", text(alert.ended()));
        return row;
    }

    /** An alert with its trail, and with its figures once it was sent to anybody. */
    Map<String, Object> alert(Alert alert, List<AlertEntry> trail, Figures figures) {
        Map<String, Object> row = alert(alert);
        row.put(
                "trail",
                trail.stream()
                        .map(entry -> Map.of(
                                "at", entry.at().toString(),
                                "by", entry.by(),
                                "act", entry.act().word(),
                                "about", entry.about()))
                        .toList());
        if (alert.began() != null) {
            row.put("report", figures(figures));
        }
        return row;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sent", figures.sent());
        row.put("started", SmallCells.shown(figures.started()));
        row.put("completed_self_reported", SmallCells.shown(figures.outcomes()));
        row.put("opt_outs", SmallCells.shown(figures.optOuts()));
        row.put("waiting", figures.waiting());
        row.put("failed", new TreeMap<>(figures.failed()));
        row.put("expired", figures.expired());
        row.put("unknown", figures.unknown());
        row.put("left_out", figures.leftOut());
        row.put("by_state", SmallCells.shown(figures.byState()));
        return row;
    }

    static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream()
                .map(each -> Map.<String, Object>of(
                        "kind", each.kind().word(),
                        "severity", each.severity().word(),
                        "where", each.where(),
                        "message", each.message(),
                        "mend", each.mend()))
                .toList();
    }

    static Map<String, Object> count(AudienceCount count) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("total", count.shown());
        row.put("by_state", SmallCells.shown(count.byState()));
        row.put("by_language", SmallCells.shown(count.byLanguage()));
        row.put("by_platform", SmallCells.shown(count.byPlatform()));
        return row;
    }

    static Map<String, Object> report(OutcomeReport report, List<WrongNumbers.Reported> numbers, boolean isOver) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", report.period().first().toString());
        object.put("to", report.period().last().toString());
        object.put("over", isOver);
        object.put("by", report.by().word());
        object.put(
                "counts",
                report.lines().stream()
                        .map(line -> Map.of(
                                "action", line.action(),
                                "outcome", line.outcome(),
                                "part", line.part(),
                                "count", line.figure().toString()))
                        .toList());
        object.put(
                "unanswered",
                report.questions().stream()
                        .map(each -> Map.of(
                                "topic", each.topic(), "count", each.figure().toString()))
                        .toList());
        object.put(
                "wrong_numbers",
                numbers.stream()
                        .filter(WrongNumbers.Reported::isShown)
                        .map(each -> Map.of(
                                "number", each.number(),
                                "count", Figure.of(each.count()).toString(),
                                "latest", each.latest().toString()))
                        .toList());
        return object;
    }

    /** An organizer's name; for one who is gone, a phrase that says so, since the id would tell nothing. */
    private String name(String id) {
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
