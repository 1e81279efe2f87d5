package org.campaignbot.app.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The clock of a process: the system's, or one that started at another instant and runs on from there. */
public final class Clocks {

    /** The environment variable that sets the instant at which a process starts its clock. */
    public static final String VARIABLE = "BOT_CLOCK";

    private Clocks() {}

    /**
     * The clock for these settings. The option wins over the variable.
     *
     * @throws SettingProblem if the one that applies isn't a valid instant
     */
    public static InstantSource of(@Nullable String option, @Nullable String variable) throws SettingProblem {
        String start = option != null ? option : variable;
        InstantSource system = InstantSource.system();
        if (start == null || start.isBlank()) {
            return system;
        }
        try {
            return InstantSource.offset(system, Duration.between(system.instant(), Instant.parse(start)));
        } catch (DateTimeException | ArithmeticException broken) {
            // Don't quote the variable's value: it may be a secret pasted into the wrong variable. The option was just
            // typed.
            throw new SettingProblem(
                    (option != null ? "--at isn't an instant: \"" + option + "\"" : VARIABLE + " isn't an instant")
                            + ". Write it in UTC, as 2026-11-24T15:00:00Z.");
        }
    }
}
