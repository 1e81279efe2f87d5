package org.campaignbot.directory;

import java.util.List;
import java.util.Optional;

/**
 * The directory's result for what a person typed or where they are. It is an answer, a question to ask back, or an honest
 * refusal; never a guess.
 */
public sealed interface Lookup {

    /** The House districts in question, in name order; empty if none is known. */
    List<District> districts();

    /** The seats that go with the answer: House seats first, then the senators of each state. */
    List<Seat> seats();

    /**
     * Whether the person is outside every district and the nearest one was taken, or a misspelled name was guessed: ask before
     * relying on it.
     */
    default boolean approximate() {
        return false;
    }

    /** The town that was taken for its size, such as {@code Chicago, Illinois}, to be confirmed in the answer; else empty. */
    default Optional<String> town() {
        return Optional.empty();
    }

    /**
     * Exactly one district: its House seat and the state's Senate seats.
     *
     * @param town the town that was taken for its size; else empty
     */
    record Exact(District district, List<Seat> seats, boolean approximate, Optional<String> town) implements Lookup {
        public Exact {
            seats = List.copyOf(seats);
        }

        /** A district that was named by more than a bare town. */
        public Exact(District district, List<Seat> seats, boolean approximate) {
            this(district, seats, approximate, Optional.empty());
        }

        @Override
        public List<District> districts() {
            return List.of(district);
        }
    }

    /**
     * Several possible meanings, all listed here.
     *
     * @param districts every district that a ZIP code, place or position could mean, or that a named person represents
     * @param states states, by postal code, whose district can't be determined (see {@link StateOnly})
     * @param named the seats of the lawmakers whose name was typed; empty unless it could be a name
     * @param seats the seats of all of these
     * @param meanings the places or states that a name may mean, the likeliest first; empty if only the district is open. A
     *     single one is what was probably meant
     * @param town the town that was taken for its size; else empty
     */
    record Choice(
            List<District> districts,
            List<String> states,
            List<Seat> named,
            List<Seat> seats,
            boolean approximate,
            List<Meaning> meanings,
            Optional<String> town)
            implements Lookup {
        public Choice {
            meanings = List.copyOf(meanings);
            districts = List.copyOf(districts);
            states = List.copyOf(states);
            named = List.copyOf(named);
            seats = List.copyOf(seats);
        }
    }

    /**
     * The state is certain but its district isn't: the seats are the two in the Senate.
     *
     * @param town the town that was taken for its size; else empty
     */
    record StateOnly(String state, List<Seat> seats, Reason reason, Optional<String> town) implements Lookup {

        /** A state that was named by more than a bare town. */
        public StateOnly(String state, List<Seat> seats, Reason reason) {
            this(state, seats, reason, Optional.empty());
        }

        /** Why the district can't be determined. */
        public enum Reason {
            /** The person named only the state. */
            STATE_NAMED,
            /** The tables have the state of this ZIP code, but not its district. */
            ZIP_WITHOUT_DISTRICT,
            /** The state was understood; the place isn't in the tables. */
            PLACE_UNKNOWN,
            /** A new Congress sits, and the map of its House districts isn't here yet. */
            NEW_MAP_MISSING
        }

        public StateOnly {
            seats = List.copyOf(seats);
        }

        @Override
        public List<District> districts() {
            return List.of();
        }
    }

    /** The person named a lawmaker: the seat, as it stands today. */
    record Found(Seat seat) implements Lookup {
        @Override
        public List<District> districts() {
            return seat.district().map(List::of).orElse(List.of());
        }

        @Override
        public List<Seat> seats() {
            return List.of(seat);
        }
    }

    /** A military or diplomatic address (APO, FPO, DPO): the person votes at home, so ask for the home state. */
    record Military() implements Nothing {}

    /** No match in the tables. */
    record Unknown(What what) implements Nothing {

        /** What wasn't recognized. */
        public enum What {
            /** Five digits that aren't a ZIP code in the tables. */
            NO_SUCH_ZIP,
            /** Words that name no place, state or lawmaker. */
            NOT_UNDERSTOOD,
            /** Numbers that aren't a point on Earth. */
            NO_SUCH_POSITION,
            /** The boundaries couldn't be read; {@link Directory#boundaryProblem()} says why. */
            NO_BOUNDARIES
        }
    }

    /** A place without a member of Congress: foreign soil, the open sea, an island that sends no delegate. */
    record Outside() implements Nothing {}

    /**
     * A country, or a place in one.
     *
     * @param place what was named
     * @param origin whether the person only said to be from there
     */
    record Abroad(ForeignPlace place, boolean origin) implements Nothing {}

    /** An answer without a district or seat. */
    sealed interface Nothing extends Lookup {
        @Override
        default List<District> districts() {
            return List.of();
        }

        @Override
        default List<Seat> seats() {
            return List.of();
        }
    }
}
