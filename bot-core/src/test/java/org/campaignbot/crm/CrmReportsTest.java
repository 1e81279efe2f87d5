package org.campaignbot.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.Alerting;
import org.campaignbot.alert.sending.AlertFigures.Figures;
import org.campaignbot.crm.CrmReports.Report;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.outcomes.Tally;
import org.junit.jupiter.api.Test;

class CrmReportsTest {

    /** Noon in the East on the Tuesday before Thanksgiving. */
    private static final Instant NOON = Alerting.NOON;

    private static final Duration DAY = Duration.ofDays(1);

    private final Tally tally = new MemoryTally();
    private final MemoryAlerts alerts = new MemoryAlerts();
    private final Figures figures = new Figures(
            0,
            1_249,
            Map.of("blocked", 7L, "stopped", 8L),
            9,
            0,
            31,
            120,
            Map.of("spoke", 54L, "busy", 3L),
            4,
            Map.of("NY", 1_200L, "VT", 9L),
            Map.of(LocalDate.of(2026, 11, 24), 1_249L));
    private final CrmReports reports = new CrmReports(
            tally, alerts, alert -> figures, () -> Map.of("call", new LinkedHashSet<>(List.of("spoke", "message"))));

    private List<String> names(Instant now) {
        return reports.at(now).stream().map(Report::name).toList();
    }

    private Map<String, Object> data(Instant now, String name) {
        return reports.at(now).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .data()
                .get();
    }

    private void save(Alert alert) {
        assertThat(alerts.save(
                        alert.version(
                                alerts.find(alert.id()).map(Alert::version).orElse(0L)),
                        new AlertEntry(NOON, "ana", AlertEntry.Act.DRAFTED, "")))
                .isTrue();
    }

    private static Alert done() {
        return Alerting.taken(AlertStateMachine.finish(Alerting.sending(), NOON));
    }

    private void count(int people, String outcome, String seat) {
        for (int i = 0; i < people; i++) {
            tally.count("p" + i + seat, new Tally.Deed("call", seat), outcome, new Tally.Way("en", "paper"), NOON);
        }
    }

    @Test
    void theWeeksThatBeganInTheLastThirtyDaysAreToldOnceTheyAreOver() {
        assertThat(names(NOON))
                .containsExactly(
                        "report.week/2026-10-26",
                        "report.week/2026-11-02",
                        "report.week/2026-11-09",
                        "report.week/2026-11-16");
    }

    @Test
    void aWeekIsToldOnMondayAtSixInTheEast() {
        assertThat(names(Instant.parse("2026-11-23T10:59:59Z"))).doesNotContain("report.week/2026-11-16");
        assertThat(names(Instant.parse("2026-11-23T11:00:00Z"))).contains("report.week/2026-11-16");
    }

    @Test
    void aWeeksFiguresAreThoseOfTheReportWithTheStatesThatHaveTen() {
        count(129, "spoke", "NY-S1");
        count(9, "message", "VT-S1");
        Map<String, Object> week = data(NOON.plus(Duration.ofDays(7)), "report.week/2026-11-23");
        assertThat(week)
                .containsEntry("from", "2026-11-23")
                .containsEntry("to", "2026-11-29")
                .containsEntry("over", true)
                .containsEntry("by_state", Map.of("NY", "120"))
                .doesNotContainKey("wrong_numbers");
        assertThat(week.get("counts"))
                .isEqualTo(List.of(
                        Map.of("action", "call", "outcome", "", "part", "", "count", "130"),
                        Map.of("action", "call", "outcome", "spoke", "part", "", "count", "120"),
                        Map.of("action", "call", "outcome", "message", "part", "", "count", "few")));
    }

    @Test
    void anAlertIsToldADayAfterItsEndInRoundedFiguresWithoutWordsOrNames() {
        save(done());
        String name = "report.alert/k3x9/" + NOON;
        assertThat(names(NOON.plus(DAY).minusMillis(1))).doesNotContain(name);
        Map<String, Object> alert = data(NOON.plus(DAY), name);
        assertThat(alert)
                .containsEntry("alert", "k3x9")
                .containsEntry("stage", "done")
                .containsEntry("sent", "1240")
                .containsEntry("failed", "10")
                .containsEntry("expired", "few")
                .containsEntry("unknown", "few")
                .containsEntry("left_out", "30")
                .containsEntry("started", "120")
                .containsEntry("completed_self_reported", Map.of("spoke", "50"))
                .containsEntry("opt_outs", "few")
                .containsEntry("by_state", Map.of("NY", "1200"));
        assertThat(alert.toString()).doesNotContain("vote is near", "sunflower", "tulip");
        assertThat(names(NOON.plus(CrmReports.LOOKS_BACK))).doesNotContain(name);
    }

    @Test
    void anAlertThatNeverBeganOrGoesOnIsNotTold() {
        save(Alerting.taken(AlertStateMachine.stop(Alerting.approved(null), Actor.of(Alerting.TULIP), NOON)));
        assertThat(names(NOON.plus(DAY))).noneMatch(name -> name.startsWith(CrmReports.ALERT));
    }

    @Test
    void anAlertThatIsSentAgainIsToldADayAfterItsNextEnd() {
        Instant later = NOON.plus(Duration.ofHours(30));
        Alert again = Alerting.taken(AlertStateMachine.sendAgain(done(), "few", Actor.of(Alerting.SUNFLOWER), later));
        save(again);
        assertThat(names(later.plus(DAY))).noneMatch(name -> name.startsWith(CrmReports.ALERT));
        save(Alerting.taken(AlertStateMachine.finish(again, later)));
        assertThat(names(later.plus(DAY))).contains("report.alert/k3x9/" + later);
    }
}
