package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-25 18:00, 2026-11-25T23:00:00Z",
        "2026-07-04 09:30, 2026-07-04T13:30:00Z",
        "2026-11-25T18:00:00-05:00, 2026-11-25T23:00:00Z",
        "2026-11-25T23:00:00Z, 2026-11-25T23:00:00Z"
    })
    void aTimeIsThatOfWashingtonUnlessItTellsItsOffset(String text, Instant instant) {
        assertThat(AlertTime.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tomorrow", "2026-02-30 10:00", "2026-11-25", "2026-11-25T18:00:00", "25.11.2026 18:00"})
    void anythingElseIsNone(String text) {
        assertThat(AlertTime.read(text)).isEmpty();
    }

    @Test
    void aTimeIsWrittenAsItIsRead() {
        assertThat(AlertTime.write(Instant.parse("2026-11-25T23:00:30Z"))).isEqualTo("2026-11-25 18:00");
    }
}
