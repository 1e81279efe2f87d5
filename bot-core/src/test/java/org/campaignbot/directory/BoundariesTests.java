package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.directory.TinyTables.NEW_CONGRESS;
import static org.campaignbot.directory.TinyTables.TODAY;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Two squares side by side on the equator, a degree wide: NY-1 from 10 to 11 degrees east, NY-2 from 11 to 12. South of them is
 * VT-0, half a degree away, and MT-0 is alone at 20 degrees east. A degree is about 111 km.
 */
class BoundariesTests {

    private static final double METRE = 1 / 111_319.5;

    private static Topology topology() {
        double[] shared = {11, 0, 11, 1};
        double[] west = {11, 1, 10, 1, 10, 0, 11, 0};
        double[] east = {11, 0, 12, 0, 12, 1, 11, 1};
        double[] south = {10, -1, 11, -1, 11, -0.5, 10, -0.5, 10, -1};
        double[] alone = {20, 0, 21, 0, 21, 1, 20, 1, 20, 0};
        return new Topology(
                List.of(shared, west, east, south, alone),
                List.of(shape("NY-1", 0, 1), shape("NY-2", 2, ~0), shape("VT-0", 3), shape("MT-0", 4)));
    }

    private static Topology.Shape shape(String district, int... ring) {
        return new Topology.Shape(District.parse(district).orElseThrow(), List.of(List.of(ring)));
    }

    private static Directory directory(DirectoryBuilder builder) {
        return builder.boundaries(() -> new BoundarySource.Result.Loaded(Boundaries.of(topology())))
                .build();
    }

    private final Directory directory = directory(TinyTables.builder());

    private List<String> at(double latitude, double longitude) {
        return directory.at(latitude, longitude, TODAY).districts().stream()
                .map(District::toString)
                .toList();
    }

    @Test
    void aPointInsideADistrictIsExact() {
        assertThat(directory.at(0.5, 10.5, TODAY)).isInstanceOfSatisfying(Lookup.Exact.class, exact -> {
            assertThat(exact.district()).hasToString("NY-1");
            assertThat(exact.approximate()).isFalse();
        });
        assertThat(directory.find("0.5, 11.5", TODAY).districts()).containsExactly(new District("NY", 2));
    }

    @Test
    void aPointWithinAHundredMetresOfAnotherDistrictIsAQuestion() {
        assertThat(at(0.5, 11 - 99 * METRE)).containsExactly("NY-1", "NY-2");
        assertThat(at(0.5, 11 + 99 * METRE)).containsExactly("NY-1", "NY-2");
        assertThat(at(0.5, 11)).containsExactly("NY-1", "NY-2");
        assertThat(at(0.5, 11 - 101 * METRE)).containsExactly("NY-1");
    }

    @Test
    void theShoreIsNoOtherDistrict() {
        assertThat(at(0.5, 10 + 5 * METRE)).containsExactly("NY-1");
    }

    @Test
    void offTheShoreTheNearestDistrictIsTakenAndSaidToBeApproximate() {
        assertThat(directory.at(0.5, 10 - 4_900 * METRE, TODAY)).isInstanceOfSatisfying(Lookup.Exact.class, exact -> {
            assertThat(exact.district()).hasToString("NY-1");
            assertThat(exact.approximate()).isTrue();
        });
        assertThat(directory.at(0.5, 10 - 5_100 * METRE, TODAY)).isEqualTo(new Lookup.Outside());
    }

    @Test
    void offTheShoreTwoDistrictsAboutAsNearAreAQuestion() {
        assertThat(directory.at(1 + 2_000 * METRE, 11 + 5 * METRE, TODAY))
                .isInstanceOfSatisfying(Lookup.Choice.class, choice -> {
                    assertThat(choice.districts()).hasToString("[NY-1, NY-2]");
                    assertThat(choice.approximate()).isTrue();
                });
    }

    @Test
    void beyondALandBorderLiesAnotherCountry() {
        assertThat(directory.at(0.5, 20 - 1_000 * METRE, TODAY)).isEqualTo(new Lookup.Outside());
        assertThat(directory.at(0.5, 20 - 50 * METRE, TODAY).approximate()).isTrue();
    }

    @Test
    void numbersThatAreNoPointAreAValue() {
        Lookup none = new Lookup.Unknown(Lookup.Unknown.What.NO_SUCH_POSITION);
        assertThat(directory.at(Double.NaN, 0, TODAY)).isEqualTo(none);
        assertThat(directory.at(0, Double.POSITIVE_INFINITY, TODAY)).isEqualTo(none);
        assertThat(directory.at(91, 0, TODAY)).isEqualTo(none);
        assertThat(directory.find("95,200", TODAY)).isEqualTo(none);
    }

    @Test
    void theBoundariesAreReadOnceAndNotBeforeTheyAreNeeded() {
        AtomicInteger reads = new AtomicInteger();
        Directory lazy = TinyTables.builder()
                .boundaries(() -> {
                    reads.incrementAndGet();
                    return new BoundarySource.Result.Loaded(Boundaries.of(topology()));
                })
                .build();
        lazy.find("10001", TODAY);
        assertThat(reads).hasValue(0);
        lazy.at(0, 0, TODAY);
        lazy.at(0, 0, TODAY);
        assertThat(reads).hasValue(1);
    }

    @Test
    void boundariesThatCannotBeReadAreAProblemAndNotAnException() {
        Directory broken = TinyTables.builder()
                .boundaries(() -> new BoundarySource.Result.Failed("line 7: a bracket is missing"))
                .build();
        assertThat(broken.at(0.5, 10.5, TODAY)).isEqualTo(new Lookup.Unknown(Lookup.Unknown.What.NO_BOUNDARIES));
        assertThat(broken.boundaryProblem()).hasValue("line 7: a bracket is missing");
        assertThat(directory.boundaryProblem()).isEmpty();
    }

    @Test
    void aPositionOnTheOldMapNamesNoMemberOfTheNextCongress() {
        DirectoryBuilder builder = TinyTables.builder();
        TinyTables.representative("T000050", "NY-2", "Jo", "Mapleton", "2027-01-03")
                .ifPresent(builder::add);
        assertThat(directory(builder).at(0.5, 10.5, NEW_CONGRESS))
                .isInstanceOfSatisfying(
                        Lookup.StateOnly.class,
                        answer -> assertThat(answer.reason()).isEqualTo(Lookup.StateOnly.Reason.NEW_MAP_MISSING));
    }

    @Test
    void theMiddleOfADistrictIsTheCentreOfItsGround() {
        assertThat(directory.middle(new District("NY", 1), TODAY).orElseThrow().metresTo(new Position(0.5, 10.5)))
                .isLessThan(1);
        assertThat(directory.middle(new District("NY", 3), TODAY)).isEmpty();
        assertThat(TinyTables.directory().middle(new District("NY", 1), TODAY)).isEmpty();
    }
}
