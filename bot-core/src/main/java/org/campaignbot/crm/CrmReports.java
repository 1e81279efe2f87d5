package org.campaignbot.crm;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.OutcomeReport.By;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;

/**
 * What there is to tell a CRM: a report of each week once it's over, and one of each alert a day after its end.
 *
 * <p>Each figure is a {@link Figure}, and a part under ten has no line. Nothing in them is about one person, and there are no words
 * or names of organizers.
 */
public final class CrmReports {

    /** The type of the report of a week. */
    public static final String WEEK = "report.week";

    /** The type of the report of an alert. */
    public static final String ALERT = "report.alert";

    /** How far back it looks, so that a server that was off for long, or a CRM that is new, misses nothing recent. */
    public static final Duration LOOKS_BACK = Duration.ofDays(30);

    /** How long after the end of a week the last reports of its Sunday may still be stored. */
    private static final Duration STRAGGLERS = Duration.ofHours(6);

    /** How long people have to act on an alert before it's told how that went. */
    private static final Duration TIME_TO_ACT = Duration.ofDays(1);

    private final Tally tally;
    private final Alerts alerts;
    private final AlertFigures figures;
    private final Supplier<Map<String, Set<String>>> known;

    /**
     * A report to send.
     *
     * @param subject the Monday of the week, or the alert with the instant of its end
     */
    public record Report(String type, String subject, Supplier<Map<String, Object>> data) {

        /** The name of its event. */
        public String name() {
            return type + "/" + subject;
        }
    }

    /**
     * Reports over these stores.
     *
     * @param known the actions of the pack in force with their outcomes
     */
    public CrmReports(Tally tally, Alerts alerts, AlertFigures figures, Supplier<Map<String, Set<String>>> known) {
        this.tally = tally;
        this.alerts = alerts;
        this.figures = figures;
        this.known = known;
    }

    /** The reports of what ended lately, the earliest week first, then the alerts; their figures are only read if asked for. */
    public List<Report> at(Instant now) {
        List<Report> reports = new ArrayList<>();
        LocalDate today = EasternTime.dateAt(now.minus(STRAGGLERS));
        LocalDate monday = EasternTime.dateAt(now.minus(LOOKS_BACK)).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        for (; monday.plusWeeks(1).compareTo(today) <= 0; monday = monday.plusWeeks(1)) {
            Period week = Period.ofWeeks(monday, monday);
            reports.add(new Report(WEEK, monday.toString(), () -> week(week)));
        }
        for (Alert alert : alerts.all()) {
            Instant ended = alert.ended();
            if (alert.began() != null
                    && ended != null
                    && ended.isAfter(now.minus(LOOKS_BACK))
                    && !ended.isAfter(now.minus(TIME_TO_ACT))) {
                reports.add(new Report(ALERT, alert.id() + "/" + ended, () -> alert(alert, now)));
            }
        }
        return reports;
    }

    private Map<String, Object> week(Period week) {
        Map<String, Object> data =
                OutcomeReport.of(By.OUTCOME, week, tally, known.get()).json(true);
        data.put("by_state", shown(OutcomeReport.byState(week, tally)));
        return data;
    }

    private Map<String, Object> alert(Alert alert, Instant now) {
        AlertFigures.Figures counted = figures.of(alert.id());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("alert", alert.id());
        data.put("kind", alert.kind().word());
        data.put("stage", alert.stage().word());
        data.put("action", alert.draft().action());
        data.put("topic", alert.draft().topic());
        data.put("began", String.valueOf(alert.began()));
        data.put("ended", String.valueOf(alert.ended()));
        data.put("as_of", now.toString());
        data.put("sent", shown(counted.sent()));
        data.put(
                "failed",
                shown(counted.failed().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        data.put("expired", shown(counted.expired()));
        data.put("unknown", shown(counted.unknown()));
        data.put("left_out", shown(counted.leftOut()));
        data.put("started", shown(counted.started()));
        data.put("completed_self_reported", shown(Figure.of(counted.outcomes())));
        data.put("opt_outs", shown(counted.optOuts()));
        data.put("by_state", shown(Figure.of(counted.byState())));
        return data;
    }

    private static String shown(long count) {
        return Figure.of(count).toString();
    }

    /** The parts of ten or more: a line of "few" would tell that it isn't none. */
    private static Map<String, String> shown(Map<String, Figure> parts) {
        Map<String, String> shown = new TreeMap<>();
        parts.forEach((part, figure) -> {
            if (!figure.isFew()) {
                shown.put(part, figure.toString());
            }
        });
        return shown;
    }
}
