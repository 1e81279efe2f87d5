package org.campaignbot.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a state.
 *
 * @param all the time zones that show different times, the western first: one or two
 * @param most the one of nearly everybody in a state that has two; empty if neither is
 */
record StateClocks(List<ZoneId> all, Optional<ZoneId> most) {

    /** A state without clocks in the tables. */
    static final StateClocks NONE = new StateClocks(List.of(), Optional.empty());

    private static final int JULY = 7;

    StateClocks {
        all = List.copyOf(all);
    }

    /** The clock that shows the time of a zone, as New York's does that of Louisville; empty if none does. */
    Optional<ZoneId> showing(ZoneId zone, int year) {
        LocalDate winter = LocalDate.of(year, 1, 1);
        return all.stream()
                .filter(clock -> isSame(clock, zone, winter) && isSame(clock, zone, winter.withMonth(JULY)))
                .findFirst();
    }

    private static boolean isSame(ZoneId one, ZoneId other, LocalDate day) {
        return one.getRules()
                .getOffset(day.atStartOfDay())
                .equals(other.getRules().getOffset(day.atStartOfDay()));
    }
}
