package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestOfficeTests {

    private static final Position ALBANY = new Position(42.6526, -73.7562);

    @Test
    void distancesFollowTheGround() {
        Position newYork = new Position(40.7128, -74.0060);
        assertThat(ALBANY.metresTo(newYork)).isCloseTo(216_700, within(1_100.0));
        assertThat(newYork.metresTo(ALBANY)).isEqualTo(ALBANY.metresTo(newYork), within(0.001));
        assertThat(ALBANY.metresTo(ALBANY)).isZero();
    }

    @Test
    void aShortWayAcrossTheDateLineIsShort() {
        assertThat(new Position(52, 179.9).metresTo(new Position(52, -179.9))).isLessThan(14_000);
    }

    @Test
    void theNearestComesFirstAndAnUnknownPlaceLast() {
        List<DistrictOffice> offices = List.of(
                office("Nowhere", Optional.empty()),
                office("Buffalo", Optional.of(new Position(42.8864, -78.8784))),
                office("Troy", Optional.of(new Position(42.7284, -73.6918))));
        assertThat(DistrictOffice.nearestFirst(offices, ALBANY))
                .extracting(DistrictOffice::city)
                .containsExactly("Troy", "Buffalo", "Nowhere");
    }

    private static DistrictOffice office(String city, Optional<Position> position) {
        return new DistrictOffice(
                "T000001",
                city,
                "NY",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                position,
                "America/New_York");
    }
}
