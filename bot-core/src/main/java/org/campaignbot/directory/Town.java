package org.campaignbot.directory;

import java.util.List;

/**
 * A populated place from the list of places.
 *
 * @param state its postal code
 * @param population how many people live there, as an order of magnitude; {@link #UNKNOWN} if the list doesn't say
 * @param districts the districts that it may lie in; empty if the list is of another map than the ZIP codes
 */
public record Town(String name, String state, int population, List<District> districts) {

    /** A population that isn't known, which never counts as small. */
    public static final int UNKNOWN = -1;

    public Town {
        districts = List.copyOf(districts);
    }
}
