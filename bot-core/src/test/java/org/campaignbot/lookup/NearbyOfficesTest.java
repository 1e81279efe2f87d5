package org.campaignbot.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.Position;
import org.junit.jupiter.api.Test;

class NearbyOfficesTest {

    private static final Position HERE = new Position(44, -72);

    private static DistrictOffice office(String city, Optional<Position> position) {
        return new DistrictOffice(
                "T000001",
                city,
                "VT",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("802-555-0101"),
                Optional.empty(),
                position,
                "America/New_York");
    }

    private static List<String> nearest(DistrictOffice... offices) {
        return DistrictOffice.nearestFirst(List.of(offices), HERE).stream()
                .map(DistrictOffice::city)
                .toList();
    }

    @Test
    void theNearestOfficeComesFirst() {
        assertThat(nearest(
                        office("far", Optional.of(new Position(43, -73))),
                        office("near", Optional.of(new Position(44.1, -72.1))),
                        office("nearer", Optional.of(new Position(44, -72.01)))))
                .containsExactly("nearer", "near", "far");
    }

    @Test
    void officesAtOnePlaceKeepTheOrderOfTheTable() {
        Optional<Position> same = Optional.of(new Position(44.5, -72.5));
        assertThat(nearest(office("first", same), office("second", same), office("third", same)))
                .containsExactly("first", "second", "third");
    }

    @Test
    void anOfficeOfUnknownPositionIsNeverTheNearest() {
        assertThat(nearest(
                        office("somewhere", Optional.empty()),
                        office("elsewhere", Optional.empty()),
                        office("far", Optional.of(new Position(-44, 108)))))
                .containsExactly("far", "somewhere", "elsewhere");
    }
}
