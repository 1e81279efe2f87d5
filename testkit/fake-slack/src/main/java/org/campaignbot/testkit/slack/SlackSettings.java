package org.campaignbot.testkit.slack;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a fake Slack: the app as on its settings page, and how strict the fake is.
 *
 * @param port the port on 127.0.0.1, or 0 for a free one
 * @param scopes the scopes that a workspace grants if its installation names no others
 * @param home whether the app's Home tab is on
 * @param limits the app's rate limits
 * @param retries deadlines and retries of deliveries
 * @param clock the clock for timestamps, signatures, rate limits and ages
 * @param logFile where each call is also written as a JSON line, or null
 * @param memory how much it remembers
 */
public record SlackSettings(
        int port,
        Set<String> scopes,
        boolean home,
        Limits limits,
        Retries retries,
        InstantSource clock,
        @Nullable Path logFile,
        Memory memory) {

    /** The app's id. */
    public static final String APP_ID = "A0CAMPAIGN";

    /** The secret that signs deliveries. */
    public static final String SIGNING_SECRET = "5f3c0d7e9b1a4c6d8e2f0a1b3c5d7e9f";

    /** The app-level token of Socket Mode, with {@code connections:write}. */
    public static final String APP_TOKEN = "xapp-1-A0CAMPAIGN-0000000000000-fakeofthetestkit";

    /** The public part of the app's credentials. */
    public static final String CLIENT_ID = "1000000000001.2000000000002";

    /** The secret part of the app's credentials. */
    public static final String CLIENT_SECRET = "fake0client0secret0of0the0testkit";

    private static final Set<String> SCOPES = Set.of(
            "commands", "chat:write", "im:history", "im:write", "app_mentions:read", "users:read", "channels:read");

    /** How much the fake remembers. */
    public enum Memory {
        /** Every call with its body and every message: for tests. */
        EVERYTHING,
        /** Counts, and the last few messages of each conversation: for load runs. */
        COUNTS
    }

    /** A free port, usual scopes, the documented limits, quick retries, the system's clock, everything remembered. */
    public static final SlackSettings DEFAULTS = new SlackSettings(
            0, SCOPES, true, Limits.DOCUMENTED, Retries.QUICK, InstantSource.system(), null, Memory.EVERYTHING);

    /** Sorts the scopes, so that answers are always the same. */
    public SlackSettings {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** The same on another port. */
    public SlackSettings withPort(int newPort) {
        return new SlackSettings(newPort, scopes, home, limits, retries, clock, logFile, memory);
    }

    /** The same with other scopes. */
    public SlackSettings withScopes(Set<String> newScopes) {
        return new SlackSettings(port, newScopes, home, limits, retries, clock, logFile, memory);
    }

    /** The same with the Home tab on or off. */
    public SlackSettings withHome(boolean on) {
        return new SlackSettings(port, scopes, on, limits, retries, clock, logFile, memory);
    }

    /** The same with other limits. */
    public SlackSettings withLimits(Limits newLimits) {
        return new SlackSettings(port, scopes, home, newLimits, retries, clock, logFile, memory);
    }

    /** The same with other deadlines and waits. */
    public SlackSettings withRetries(Retries newRetries) {
        return new SlackSettings(port, scopes, home, limits, newRetries, clock, logFile, memory);
    }

    /** The same with another clock. */
    public SlackSettings withClock(InstantSource newClock) {
        return new SlackSettings(port, scopes, home, limits, retries, newClock, logFile, memory);
    }

    /** The same with a log file. */
    public SlackSettings withLogFile(@Nullable Path newLogFile) {
        return new SlackSettings(port, scopes, home, limits, retries, clock, newLogFile, memory);
    }

    /** The same with more or less memory. */
    public SlackSettings remembering(Memory newMemory) {
        return new SlackSettings(port, scopes, home, limits, retries, clock, logFile, newMemory);
    }
}
