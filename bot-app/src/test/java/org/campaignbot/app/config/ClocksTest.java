package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ClocksTest {

    @Test
    void aClockCanStartAtAnInstant() throws Exception {
        Instant start = Instant.parse("2027-01-03T15:00:00Z");
        assertThat(Clocks.of(null, start.toString()).instant()).isCloseTo(start, within(1, ChronoUnit.MINUTES));
    }

    @Test
    void twoClocksAsFarFromTheSystemsAgreeWheneverTheyStarted() throws Exception {
        Duration back = Duration.ofDays(-2).minusMillis(250);
        assertThat(Clocks.of(null, back.toString()).instant())
                .isCloseTo(Instant.now().plus(back), within(1, ChronoUnit.MINUTES));
        assertThat(Clocks.of(null, back.toString())).isEqualTo(Clocks.of(null, back.toString()));
    }

    @Test
    void halfADurationIsNone() {
        assertThatThrownBy(() -> Clocks.of(null, "PT")).isInstanceOf(SettingProblem.class);
    }
}
