package org.campaignbot.directory;

import java.util.List;
import java.util.Optional;

/**
 * One thing that words may mean: a place, a state, or a place abroad.
 *
 * @param name the town, such as {@code Springfield}; empty for a state itself
 * @param state its postal code; empty abroad
 * @param districts the districts there that are possible; empty if only the state is known
 * @param foreign the place abroad; empty for a place in the United States
 */
public record Meaning(String name, String state, List<District> districts, Optional<ForeignPlace> foreign) {

    public Meaning {
        districts = List.copyOf(districts);
    }

    static Meaning of(ForeignPlace foreign) {
        return new Meaning("", "", List.of(), Optional.of(foreign));
    }

    static Meaning of(String name, String state, List<District> districts) {
        return new Meaning(name, state, districts, Optional.empty());
    }
}
