package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.campaignbot.directory.States;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void nearlyEverybodyInSevenOfThemHasOneOfTheTwo() {
        assertThat(States.codes().stream()
                        .filter(state -> Shipped.DIRECTORY.mostly(state).isPresent()))
                .containsExactlyInAnyOrder("AK", "AL", "AZ", "KS", "MI", "NV", "OR");
        assertThat(Shipped.DIRECTORY.mostly("NV")).contains(ZoneId.of("America/Los_Angeles"));
        assertThat(Shipped.DIRECTORY.mostly("AL")).contains(ZoneId.of("America/Chicago"));
        assertThat(Shipped.DIRECTORY.mostly("MI")).contains(ZoneId.of("America/Detroit"));
    }

    @ParameterizedTest
    @CsvSource({
        "El Paso, TX, America/Denver",
        "79901, TX, America/Denver",
        "Dallas, TX, America/Chicago",
        "Elko, NV, America/Los_Angeles",
        "West Wendover, NV, America/Denver",
        "Phoenix, AZ, America/Phoenix",
        "Window Rock, AZ, America/Denver",
        "Pensacola, FL, America/Chicago",
        "Louisville, KY, America/New_York",
        "Evansville, IN, America/Chicago",
        "Juneau, AK, America/Anchorage",
        "Ontario, OR, America/Boise",
        "Ironwood, MI, America/Menominee"
    })
    void aTownHasTheClockOfItsZipCodes(String town, String state, String zone) {
        assertThat(Shipped.DIRECTORY.zone(town, state)).contains(ZoneId.of(zone));
    }
}
