package org.campaignbot.directory;

import java.util.Arrays;
import java.util.List;

/** The districts on either side of each arc, as indexes into the list of shapes. */
final class ArcSides {

    /** The sea, or another country. */
    static final int NOBODY = -1;

    private final int[] one;
    private final int[] other;

    ArcSides(Topology topology) {
        one = new int[topology.arcs().size()];
        other = new int[topology.arcs().size()];
        Arrays.fill(one, NOBODY);
        Arrays.fill(other, NOBODY);
        for (int district = 0; district < topology.shapes().size(); district++) {
            for (List<int[]> rings : topology.shapes().get(district).polygons()) {
                for (int[] ring : rings) {
                    for (int reference : ring) {
                        note(reference < 0 ? ~reference : reference, district);
                    }
                }
            }
        }
    }

    private void note(int arc, int district) {
        if (one[arc] == NOBODY) {
            one[arc] = district;
        } else {
            other[arc] = district;
        }
    }

    int one(int arc) {
        return one[arc];
    }

    int other(int arc) {
        return other[arc];
    }
}
