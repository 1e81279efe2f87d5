package org.campaignbot.app.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a process: the system's, one that starts at a given instant, or one at a fixed distance from the system's.
 *
 * <p>Two processes share a clock only at a fixed distance: on a busy machine they start seconds apart.
 */
public final class Clocks {

    /** The environment variable with the instant at which a process starts its clock, or its distance from the system's: {@code PT-48H}. */
    public static final String VARIABLE = "BOT_CLOCK";

    private Clocks() {}

    /**
     * The clock for these settings. The option wins over the variable.
     *
     * @throws SettingProblem if the one that applies isn't a valid instant or duration
     */
    public static InstantSource of(@Nullable String option, @Nullable String variable) throws SettingProblem {
        String start = option != null ? option : variable;
        InstantSource system = InstantSource.system();
        if (start == null || start.isBlank()) {
            return system;
        }
        try {
            Duration ahead = start.startsWith("P")
                    ? Duration.parse(start)
                    : Duration.between(system.instant(), Instant.parse(start));
            return InstantSource.offset(system, ahead);
        } catch (DateTimeException | ArithmeticException broken) {
            // Don't quote the variable's value: it may be a secret pasted into the wrong variable. The option was just
            // typed.
            throw new SettingProblem(
                    (option != null ? "--at isn't an instant: \"" + option + "\"" : VARIABLE + " isn't an instant")
                            + ". Write it in UTC, as 2026-11-24T15:00:00Z.");
        }
    }
}
