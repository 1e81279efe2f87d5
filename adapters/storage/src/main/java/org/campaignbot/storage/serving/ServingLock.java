package org.campaignbot.storage.serving;

/** The result of asking to serve a database: to take turns, carry out effects, and send. */
public sealed interface ServingLock {

    /** This process serves until it closes this; if it dies, the system releases the lock. */
    non-sealed interface Begun extends ServingLock, AutoCloseable {

        /**
         * Whether this process still serves; ask every minute or so. A server that lost its PostgreSQL connection, for example
         * because PostgreSQL restarted, is registered again by this call; false if a restore has started meanwhile, so the process
         * must stop.
         */
        boolean goesOn();

        @Override
        void close();
    }

    /** Another process is using the database; says which, and what to do. */
    record Refused(String why) implements ServingLock {}
}
