package org.campaignbot.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void theReportSetsOursBesideGrammyAndOneDatabaseBesideTheOther() {
        Report report = new Report(true);
        report.row(50, Setup.OURS, List.of(figures(3_000, 40, 0.3)), 300);
        report.row(50, Setup.POSTGRESQL, List.of(figures(1_500, 80, 0.6)), 300);
        report.row(50, Setup.GRAMMY, List.of(figures(4_000, 20, 0.2)), 100);
        assertThat(report.lines())
                .contains(
                        "- 50 chats, campaign bot, SQLite: 0.75 × the updates of grammY (aim: at least 1.0), 2.00 × its 99 of 100,"
                                + " 1.50 × its processor time",
                        "- 50 chats, campaign bot, PostgreSQL: 0.50 × the updates of campaign bot, SQLite (aim: at least 0.6), 2.00 ×"
                                + " its 99 of 100, 2.00 × its processor time",
                        "- 50 chats, campaign bot, SQLite: 0.300 ms of processor time an update (aim: at most 0.22)");
    }

    private static Figures figures(double perSecond, double p99, double processor) {
        return new Figures(1_000, perSecond, p99 / 2, p99, 1, 2, processor, 20, 2, 0);
    }
}
