package org.campaignbot.testkit.telegram;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a fake Bot API server.
 *
 * @param port the port on 127.0.0.1, or 0 for a free one
 * @param token the only token it accepts
 * @param username the bot's user name, without the @
 * @param limits the bot's rate limits
 * @param redelivery how updates are retried that the webhook refused
 * @param clock the clock for message dates, rate limits and ages
 * @param privacyMode whether the bot sees only those group messages that are meant for it, Telegram's default
 * @param logFile where each logged call is also written as a JSON line, or null
 * @param memory how many messages of a chat it remembers, and whether it keeps the bodies of calls: see {@link Memory}
 */
public record FakeBotSettings(
        int port,
        String token,
        String username,
        Limits limits,
        Redelivery redelivery,
        InstantSource clock,
        boolean privacyMode,
        @Nullable Path logFile,
        Memory memory) {

    /** A token in Telegram's format. */
    public static final String TOKEN = "7000000001:AAFakeTokenOfTheTestkit-0123456789abcd";

    /** How much the fake remembers. */
    public enum Memory {
        /** Every call with its body and every message: for tests. */
        EVERYTHING,
        /** Counts, and the last few messages of each chat: for load runs of hundreds of thousands of messages. */
        COUNTS
    }

    /** A free port, the documented limits, the system's clock, everything remembered. */
    public static final FakeBotSettings DEFAULTS = new FakeBotSettings(
            0,
            TOKEN,
            "campaign_test_bot",
            Limits.DOCUMENTED,
            Redelivery.QUICK,
            InstantSource.system(),
            true,
            null,
            Memory.EVERYTHING);

    /** The same on another port. */
    public FakeBotSettings withPort(int newPort) {
        return new FakeBotSettings(newPort, token, username, limits, redelivery, clock, privacyMode, logFile, memory);
    }

    /** The same with another token. */
    public FakeBotSettings withToken(String newToken) {
        return new FakeBotSettings(port, newToken, username, limits, redelivery, clock, privacyMode, logFile, memory);
    }

    /** The same with another user name of the bot. */
    public FakeBotSettings withUsername(String newUsername) {
        return new FakeBotSettings(port, token, newUsername, limits, redelivery, clock, privacyMode, logFile, memory);
    }

    /** The same with other limits. */
    public FakeBotSettings withLimits(Limits newLimits) {
        return new FakeBotSettings(port, token, username, newLimits, redelivery, clock, privacyMode, logFile, memory);
    }

    /** The same with another redelivery. */
    public FakeBotSettings withRedelivery(Redelivery newRedelivery) {
        return new FakeBotSettings(port, token, username, limits, newRedelivery, clock, privacyMode, logFile, memory);
    }

    /** The same with another clock. */
    public FakeBotSettings withClock(InstantSource newClock) {
        return new FakeBotSettings(port, token, username, limits, redelivery, newClock, privacyMode, logFile, memory);
    }

    /** The same with privacy mode on or off. */
    public FakeBotSettings withPrivacyMode(boolean on) {
        return new FakeBotSettings(port, token, username, limits, redelivery, clock, on, logFile, memory);
    }

    /** The same with a log file. */
    public FakeBotSettings withLogFile(@Nullable Path newLogFile) {
        return new FakeBotSettings(port, token, username, limits, redelivery, clock, privacyMode, newLogFile, memory);
    }

    /** The same with more or less memory. */
    public FakeBotSettings remembering(Memory memory) {
        return new FakeBotSettings(port, token, username, limits, redelivery, clock, privacyMode, logFile, memory);
    }
}
