package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A seat in Congress as it stands on a given day. It names a holder only while that person's term runs: a former member is never
 * named.
 *
 * @param id {@code NY-12} in the House; {@code NY-S1}, {@code NY-S2} or {@code NY-S3} in the Senate, by class; {@code DC-S} for
 *     the Senate seat that the District of Columbia and each territory don't have
 * @param district the House district; empty in the Senate
 * @param holder present only if the status is filled or delegate
 * @param expiredSince the day from whose start the tables no longer know; present only if the status is expired
 * @param corrected the day of the latest correction by organizers that shows in this seat or its holder
 */
public record Seat(
        String id,
        Chamber chamber,
        String state,
        Optional<District> district,
        SeatStatus status,
        Optional<Lawmaker> holder,
        Optional<LocalDate> expiredSince,
        Optional<LocalDate> corrected) {

    public Seat {
        boolean held = status == SeatStatus.FILLED || status == SeatStatus.DELEGATE;
        if (holder.isPresent() != held || expiredSince.isPresent() != (status == SeatStatus.EXPIRED)) {
            throw new IllegalArgumentException("the status " + status + " doesn't fit the seat " + id);
        }
    }

    static String senateId(String state, int senateClass) {
        return state + "-S" + senateClass;
    }

    /** The class of a Senate seat's id; 0 for any other. */
    static int senateClass(String id) {
        return id.matches("[A-Z]{2}-S[123]") ? id.charAt(id.length() - 1) - '0' : 0;
    }

    /**
     * The end of the term in which a day lies: that of the Congress, or of the Senate's class. The terms of class 2 end as the
     * 120th Congress begins, those of class 3 and class 1 two and four years later.
     */
    static LocalDate termEnd(String id, LocalDate day) {
        int senateClass = senateClass(id);
        int next = Congress.number(day) + 1;
        while (senateClass > 0 && next % 3 != (senateClass + 1) % 3) {
            next++;
        }
        return Congress.start(next);
    }
}
