package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PointsTests {

    private static final Optional<ZoneId> NEW_YORK = Optional.of(ZoneId.of("America/New_York"));

    private final AtomicInteger reads = new AtomicInteger();
    private final Directory directory = TinyTables.builder()
            .points(() -> {
                reads.incrementAndGet();
                return List.of(
                        new ZipPoint(10001, "Elmtown", new Position(40, -74), NEW_YORK),
                        new ZipPoint(10002, "Elmtown", new Position(42, -75), NEW_YORK),
                        new ZipPoint(10004, "Pineville", new Position(41, -76), NEW_YORK),
                        new ZipPoint(5001, "Pineville", new Position(44, -72), NEW_YORK));
            })
            .build();

    @Test
    void aZipCodeLiesWhereTheTableSays() {
        assertThat(directory.position("I live in 10001", "NY")).contains(new Position(40, -74));
        assertThat(directory.position("10003", "NY")).isEmpty();
    }

    @Test
    void twoZipCodesAreNoPoint() {
        assertThat(directory.position("10001 or 10002", "NY")).isEmpty();
    }

    @Test
    void aTownIsInTheMiddleOfItsZipCodes() {
        assertThat(directory.position("Elmtown, NY", "NY")).contains(new Position(41, -74.5));
        assertThat(directory.position("12 Main Street, Elmtown, NY", "NY")).contains(new Position(41, -74.5));
    }

    @Test
    void aTownOfTheSameNameInAnotherStateIsNotTaken() {
        assertThat(directory.position("Pineville", "NY")).contains(new Position(41, -76));
        assertThat(directory.position("Pineville", "VT")).contains(new Position(44, -72));
        assertThat(directory.position("Pineville", "DC")).isEmpty();
    }

    @Test
    void aStateOrADistrictIsNoPoint() {
        assertThat(directory.position("New York", "NY")).isEmpty();
        assertThat(directory.position("NY-12", "NY")).isEmpty();
        assertThat(directory.position("", "NY")).isEmpty();
    }

    @Test
    void aSharedPositionIsTakenAsItIsUnlessItIsOffTheEarth() {
        assertThat(directory.position("40.5,-73.5", "NY")).contains(new Position(40.5, -73.5));
        assertThat(directory.position("140.5,-73.5", "NY")).isEmpty();
        assertThat(reads).hasValue(0);
    }

    @Test
    void thePointsAreReadOnce() {
        directory.position("10001", "NY");
        directory.position("Elmtown", "NY");
        assertThat(reads).hasValue(1);
    }

    @Test
    void aPlaceHasTheClockOfItsStateThatShowsItsTime() {
        Directory zoned = zoned("America/Kentucky/Louisville", "America/Kentucky/Louisville");
        assertThat(zoned.zone("10001", "NY")).isEqualTo(NEW_YORK);
        assertThat(zoned.zone("Elmtown, NY", "NY")).isEqualTo(NEW_YORK);
        assertThat(zoned.zone("Elmtown, NY", "VT")).isEmpty();
    }

    @Test
    void aTownWhoseZipCodesDisagreeHasNoClock() {
        Directory zoned = zoned("America/New_York", "America/Menominee");
        assertThat(zoned.zone("Elmtown", "NY")).isEmpty();
        assertThat(zoned.zone("10002", "NY")).contains(ZoneId.of("America/Chicago"));
        assertThat(zoned.zone("Oaktown", "NY")).isEmpty();
        assertThat(zoned.zone("10003", "NY")).isEmpty();
    }

    private static Directory zoned(String one, String other) {
        return TinyTables.builder()
                .clocks("NY", ZoneId.of("America/Chicago"), ZoneId.of("America/New_York"))
                .points(() -> List.of(
                        new ZipPoint(10001, "Elmtown", new Position(40, -74), Optional.of(ZoneId.of(one))),
                        new ZipPoint(10002, "Elmtown", new Position(42, -75), Optional.of(ZoneId.of(other)))))
                .build();
    }

    @Test
    void distancesGoOverTheRoundEarth() {
        // Half the way around, and a degree of the equator on the mean radius of 6,371,009 m.
        assertThat(new Position(90, 0).metresTo(new Position(-90, 0))).isBetween(20_015_000d, 20_016_000d);
        assertThat(new Position(0, 179.5).metresTo(new Position(0, -179.5))).isBetween(111_194d, 111_196d);
    }
}
