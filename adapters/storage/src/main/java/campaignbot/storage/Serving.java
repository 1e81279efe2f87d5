package campaignbot.storage;

/** What becomes of the wish to serve a database: to take turns, carry out effects and send. */
public sealed interface Serving {

    /** This process serves until it closes this; where it dies, the system ends it. */
    non-sealed interface Begun extends Serving, AutoCloseable {

        /**
         * Whether this process still serves, to be asked every minute or so. A server that lost its connection to PostgreSQL,
         * as after a restart of that, is registered anew by this; false where a restore has begun meanwhile, so that it must end.
         */
        boolean goesOn();

        @Override
        void close();
    }

    /** Somebody else is at it; says who and what to do. */
    record Refused(String why) implements Serving {}
}
