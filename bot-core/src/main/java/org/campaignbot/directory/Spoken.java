package org.campaignbot.directory;

import java.util.List;

/**
 * A sentence about lawmakers with their names cut out, so that its other words can be read alone.
 *
 * @param text the words, folded, with {@link #NAME} in place of each name
 * @param named whose names they are, in the order of the sentence
 */
public record Spoken(String text, List<Seat> named) {

    /** What stands in the place of a name; no word is written so. */
    public static final String NAME = "@";

    public Spoken {
        named = List.copyOf(named);
    }
}
