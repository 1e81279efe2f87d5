package org.campaignbot.benchmarks.acknowledgement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock that all processes of a run go by, so that what the bot says, and a run years from now, is the same. */
final class RunClock {

    /** The variable by which a process is told when it starts. */
    static final String VARIABLE = "BOT_CLOCK";

    /** When the campaign is open. */
    static final String START = "2026-11-24T15:00:00Z";

    private RunClock() {}

    /** A clock that shows this instant now, and goes on from there. */
    static InstantSource from(String start) {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(start)));
    }
}
