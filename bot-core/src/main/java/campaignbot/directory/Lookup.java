package campaignbot.directory;

import java.util.List;

/**
 * What the directory can say about what a person typed or where they are.
 * It is an answer, a question to ask back, or an honest refusal; never a guess.
 */
public sealed interface Lookup {

    /** The House districts in question, in the order of their names; empty where none is known. */
    List<District> districts();

    /** The seats that go with the answer: House seats first, then the senators of each state. */
    List<Seat> seats();

    /** Whether the person stands outside every district and the nearest one was taken: ask before relying on it. */
    default boolean approximate() {
        return false;
    }

    /** One district is meant: its House seat and the state's Senate seats. */
    record Exact(District district, List<Seat> seats, boolean approximate) implements Lookup {
        public Exact {
            seats = List.copyOf(seats);
        }

        @Override
        public List<District> districts() {
            return List.of(district);
        }
    }

    /**
     * Several things could be meant, and all of them are here.
     *
     * @param districts every district that a ZIP code, place or position could mean, or that a named person represents
     * @param states states, by postal code, of which no district can be told (see {@link StateOnly})
     * @param named the seats of the lawmakers whose name was typed; empty unless a name could be meant
     * @param seats the seats of all of these
     */
    record Choice(
            List<District> districts, List<String> states, List<Seat> named, List<Seat> seats, boolean approximate)
            implements Lookup {
        public Choice {
            districts = List.copyOf(districts);
            states = List.copyOf(states);
            named = List.copyOf(named);
            seats = List.copyOf(seats);
        }
    }

    /** The state is certain and its district is not: the seats are the two in the Senate. */
    record StateOnly(String state, List<Seat> seats, Reason reason) implements Lookup {

        /** Why no district can be told. */
        public enum Reason {
            /** The person named the state and nothing more. */
            STATE_NAMED,
            /** The tables give the state of this ZIP code, not its district. */
            ZIP_WITHOUT_DISTRICT,
            /** The state was understood; the place is not in the tables. */
            PLACE_UNKNOWN,
            /** A new Congress sits, and the map of its House districts is not here yet. */
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

    /** Nothing in the tables fits. */
    record Unknown(What what) implements Nothing {

        /** What was not recognised. */
        public enum What {
            /** Five digits that are no ZIP code in the tables. */
            NO_SUCH_ZIP,
            /** Words that name no place, state or lawmaker. */
            NOT_UNDERSTOOD,
            /** Numbers that are no point on the Earth. */
            NO_SUCH_POSITION,
            /** The boundaries could not be read; {@link Directory#boundaryProblem()} says why. */
            NO_BOUNDARIES
        }
    }

    /** A place without a member of Congress: foreign soil, the open sea, an island that sends no delegate. */
    record Outside() implements Nothing {}

    /** An answer that names no district and no seat. */
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
