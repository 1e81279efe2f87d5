package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What organizers say in place of the tables: who holds a seat, how to reach its holder, what became of a phone number, or that a
 * state's map stays.
 *
 * <p>It remembers what the tables said when it was made, and ends by itself once they say anything else.
 */
public sealed interface Correction {

    /** The seat's id, such as {@code NY-S1}, the phone number, or the state's postal code. */
    String of();

    /** Where it's from, since when, and until when. */
    Note note();

    /**
     * Where a correction is from.
     *
     * @param source an address or name to check it by
     * @param asOf the day from which it's known; shown to people
     * @param until the day at whose start it ends, even if the tables still say the same
     */
    record Note(String source, LocalDate asOf, Optional<LocalDate> until) {
        boolean isOver(LocalDate today) {
            return until.isPresent() && !today.isBefore(until.get());
        }
    }

    /** A member whom the tables don't have yet; {@code party} is {@code Democrat}, {@code Republican} or {@code Independent}. */
    record Member(String name, String lastName, String party) {}

    /**
     * Who holds a seat.
     *
     * @param of the seat
     * @param member empty if the seat is vacant
     * @param since the first day on which it's so
     * @param over the terms that the tables had for the seat, as {@link Directory#terms} writes them
     */
    record Holder(String of, Optional<Member> member, LocalDate since, String over, Note note) implements Correction {

        /** Sets a key that no member in the tables has apart from the seat. */
        private static final String MADE = "@";

        /** The key of the member whom this correction names, in place of one of the Biographical Directory. */
        public String key() {
            return of + MADE + since;
        }

        /** Whether a lawmaker was named by a correction and not by the tables. */
        public static boolean named(Lawmaker lawmaker) {
            return lawmaker.bioguide().contains(MADE);
        }

        /** The day at whose start it ends: a seat's term at the latest, and a vacancy with its Congress. */
        LocalDate ends() {
            LocalDate term = member.isPresent() ? Seat.termEnd(of, since) : Congress.start(Congress.number(since) + 1);
            return note.until().filter(term::isAfter).orElse(term);
        }
    }

    /**
     * The number in Washington of a seat's holder.
     *
     * @param of the seat
     * @param over the holder and number that the tables had, as {@link #over} writes them
     */
    record Phone(String of, String number, String over, Note note) implements Correction {
        /** What the tables said of a holder's number. */
        public static String over(Lawmaker holder) {
            return holder.bioguide() + " " + holder.phone().orElse("none");
        }
    }

    /**
     * The website of a seat's holder.
     *
     * @param of the seat
     * @param over the holder and address that the tables had, as {@link #over} writes them
     */
    record Site(String of, String address, String over, Note note) implements Correction {
        /** What the tables said of a holder's website. */
        public static String over(Lawmaker holder) {
            return holder.bioguide() + " " + holder.website().orElse("none");
        }
    }

    /**
     * A state's earlier House map that a new Congress keeps. It ends by itself once the new map is here.
     *
     * @param of the state's postal code
     * @param map the number of the map that stays
     * @param congress the number of the Congress that keeps it
     */
    record KeptMap(String of, int map, int congress, Note note) implements Correction {}

    /**
     * A number that is wrong wherever it stands in the tables.
     *
     * @param of the wrong number
     * @param instead the right one; empty to hide the wrong one
     */
    record NumberChange(String of, Optional<String> instead, Note note) implements Correction {}
}
