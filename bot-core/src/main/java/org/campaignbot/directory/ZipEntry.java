package org.campaignbot.directory;

import java.util.List;
import java.util.Optional;

/**
 * What the tables say about one ZIP code.
 *
 * @param code the five digits as a number, 0 to 99999
 * @param kind what is known about it
 * @param districts the districts it touches; empty unless the kind is {@link Kind#DISTRICTS}
 * @param state the state; present only if the kind is {@link Kind#STATE_ONLY}
 * @param place the name of the place in the mail; may be empty
 * @param largestFirst the same districts by how much of the ZIP code lies in each; empty if the source has no shares
 */
public record ZipEntry(
        int code,
        Kind kind,
        List<District> districts,
        Optional<String> state,
        String place,
        List<District> largestFirst) {

    /** How much a ZIP code says about its districts. */
    public enum Kind {
        /** It touches one or more districts. */
        DISTRICTS,
        /** It belongs to a state, but its district isn't known. */
        STATE_ONLY,
        /** Military or diplomatic mail. */
        MILITARY,
        /** It lies on an island without a member of Congress. */
        NO_MEMBER
    }

    /** What is known about a ZIP code without the shares of its districts. */
    public ZipEntry(int code, Kind kind, List<District> districts, Optional<String> state, String place) {
        this(code, kind, districts, state, place, List.of());
    }

    public ZipEntry {
        if (code < 0
                || code > 99_999
                || districts.isEmpty() == (kind == Kind.DISTRICTS)
                || state.isPresent() != (kind == Kind.STATE_ONLY)) {
            throw new IllegalArgumentException("not a valid ZIP code entry: " + code + " " + kind + " " + districts);
        }
    }
}
