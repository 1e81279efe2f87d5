package org.campaignbot.content.problem;

/** A position in a file; line and column count from 1. */
public record Place(String file, int line, int column) {

    /** The beginning of a file, for something that is missing as a whole. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }
}
