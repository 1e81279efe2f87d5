package org.campaignbot.benchmarks.acknowledgement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of all processes in a run, so that the bot's messages, and a run years from now, are the same. */
final class RunClock {

    /** The environment variable that gives a process its start time. */
    static final String VARIABLE = "BOT_CLOCK";

    /** A time at which the campaign is open. */
    static final String START = "2026-11-24T15:00:00Z";

    private RunClock() {}

    /** A clock that shows this instant now and runs on from there. */
    static InstantSource from(String start) {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(start)));
    }
}
