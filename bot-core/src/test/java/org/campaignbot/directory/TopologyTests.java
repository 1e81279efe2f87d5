package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Boundaries of one state put in the place of its former ones: NY-1 west of a line and VT-0 east of it. */
class TopologyTests {

    private static final double[] BORDER = {11, 0, 11, 1};
    private static final double[] WEST = {11, 1, 10, 1, 10, 0, 11, 0};
    private static final double[] EAST = {11, 0, 12, 0, 12, 1, 11, 1};
    private static final double[] NEW_WEST = {11, 0, 11, 1, 10.5, 1, 10.5, 0, 11, 0};

    private static Topology.Shape shape(String district, int... ring) {
        return new Topology.Shape(District.parse(district).orElseThrow(), List.of(List.of(ring)));
    }

    private final Topology before =
            new Topology(List.of(BORDER, WEST, EAST), List.of(shape("NY-1", 0, 1), shape("VT-0", 2, ~0)));
    private final Topology later = new Topology(List.of(NEW_WEST), List.of(shape("NY-1", 0)));

    @Test
    void aStateIsReplacedAndTheOthersStay() {
        Topology both = before.with(later, Set.of("NY"));
        Boundaries boundaries = Boundaries.of(both);
        assertThat(boundaries.around(new Position(0.5, 10.7))).containsExactly(new District("NY", 1));
        assertThat(boundaries.around(new Position(0.5, 11.5))).containsExactly(new District("VT", 0));
        assertThat(Boundaries.of(before).around(new Position(0.5, 10.2))).containsExactly(new District("NY", 1));
        assertThat(boundaries.around(new Position(0.5, 10.2))).isEmpty();
    }

    @Test
    void linesThatNoDistrictUsesAnyMoreAreLeftOut() {
        Topology both = before.with(later, Set.of("NY"));
        assertThat(both.arcs()).containsExactly(EAST, BORDER, NEW_WEST);
        assertThat(both.shapes()).extracting(Topology.Shape::district).hasToString("[VT-0, NY-1]");
    }

    @Test
    void whatTheOtherMapHasOfOtherStatesIsPassedOver() {
        Topology other = new Topology(List.of(NEW_WEST), List.of(shape("VT-0", 0)));
        assertThat(before.with(other, Set.of("NY")).shapes())
                .extracting(Topology.Shape::district)
                .hasToString("[VT-0]");
    }
}
