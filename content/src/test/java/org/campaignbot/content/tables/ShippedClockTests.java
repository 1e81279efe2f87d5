package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.campaignbot.directory.States;
import org.junit.jupiter.api.Test;

class ShippedClockTests {

    @Test
    void everyStateHasOneClockOrTwo() {
        for (String state : States.codes()) {
            assertThat(Shipped.DIRECTORY.clocks(state)).as(state).hasSizeBetween(1, 2);
        }
        assertThat(Shipped.DIRECTORY.clocks("XX")).isEmpty();
    }

    @Test
    void aStateWithTwoClocksHasTheWesternFirst() {
        assertThat(Shipped.DIRECTORY.clocks("NY")).containsExactly(ZoneId.of("America/New_York"));
        assertThat(Shipped.DIRECTORY.clocks("TN"))
                .containsExactly(ZoneId.of("America/Chicago"), ZoneId.of("America/New_York"));
    }
}
