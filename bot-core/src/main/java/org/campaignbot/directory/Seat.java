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
 */
public record Seat(
        String id,
        Chamber chamber,
        String state,
        Optional<District> district,
        SeatStatus status,
        Optional<Lawmaker> holder,
        Optional<LocalDate> expiredSince) {

    public Seat {
        boolean held = status == SeatStatus.FILLED || status == SeatStatus.DELEGATE;
        if (holder.isPresent() != held || expiredSince.isPresent() != (status == SeatStatus.EXPIRED)) {
            throw new IllegalArgumentException("a seat that is " + status + " cannot be so: " + id);
        }
    }

    static String senateId(String state, int senateClass) {
        return state + "-S" + senateClass;
    }
}
