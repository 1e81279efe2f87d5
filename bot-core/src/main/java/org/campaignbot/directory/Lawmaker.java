package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A member of Congress from the members table, with their last known term. Being in the table says nothing about today: a
 * {@link Seat} names its holder only while the term runs.
 *
 * @param bioguide the key of the Biographical Directory of Congress, such as {@code M001153}
 * @param state the postal code of the state or territory
 * @param district the House district; empty for senators
 * @param senateClass 1, 2 or 3, the third of the Senate that is elected together; empty in the House
 * @param rank {@code senior} or {@code junior}; empty in the House
 * @param termStart the first day of the term
 * @param termEnd the day at whose start, Eastern time, the term is over
 * @param phone the office in Washington, such as {@code 202-224-6665}; one member has none
 */
public record Lawmaker(
        String bioguide,
        Chamber chamber,
        String state,
        Optional<District> district,
        String name,
        String firstName,
        String lastName,
        String party,
        OptionalInt senateClass,
        Optional<String> rank,
        LocalDate termStart,
        LocalDate termEnd,
        Optional<String> phone,
        Optional<String> office,
        Optional<String> website,
        Optional<String> contactForm) {

    public Lawmaker {
        if (district.isPresent() != (chamber == Chamber.HOUSE)
                || senateClass.isPresent() != (chamber == Chamber.SENATE)) {
            throw new IllegalArgumentException(
                    "a representative has a district and a senator a class, unlike " + bioguide);
        }
        if (district.isPresent() && !district.get().state().equals(state)) {
            throw new IllegalArgumentException("the district lies in another state than that of " + bioguide);
        }
        if (senateClass.isPresent() && (senateClass.getAsInt() < 1 || senateClass.getAsInt() > 3)) {
            throw new IllegalArgumentException("the Senate has the classes 1, 2 and 3, unlike " + bioguide);
        }
    }

    /** The id of the seat, such as {@code NY-12} in the House and {@code NY-S1} in the Senate. */
    public String seatId() {
        return district.map(District::toString).orElseGet(() -> Seat.senateId(state, senateClass.orElseThrow()));
    }

    /** Whether the term runs on that day, Eastern time. */
    public boolean sitsOn(LocalDate day) {
        return !day.isBefore(termStart) && day.isBefore(termEnd);
    }
}
