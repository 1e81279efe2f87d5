package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.platform.Counts;
import org.junit.jupiter.api.Test;

class HourlyReportTest {

    @Test
    void onlyWhatHappenedSinceTheLastReportIsTold() {
        Counts counts = new Counts();
        HourlyReport report = new HourlyReport(counts::all);
        assertThat(report.line()).isEmpty();
        counts.add("turns");
        counts.add("turns");
        counts.add("messages.sent");
        assertThat(report.line()).contains("messages.sent 1, turns 2");
        assertThat(report.line()).isEmpty();
        counts.add("turns");
        assertThat(report.line()).contains("turns 1");
    }
}
