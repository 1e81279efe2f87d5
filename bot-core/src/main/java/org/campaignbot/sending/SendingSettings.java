package org.campaignbot.sending;

import java.time.Duration;

/**
 * How a server sends.
 *
 * @param threads how many sends to one channel can be in flight at once, not counting urgent ones
 * @param room how many messages of one account and lane wait in memory, and how many commits may claim in all, not counting
 *     urgent ones; the others wait in the outbox
 * @param tooOld after how long an unsent reply is given up
 * @param closing how long shutdown waits for sends in flight
 */
public record SendingSettings(int threads, int room, Duration tooOld, Duration closing) {

    /** For a platform with a web API. */
    public static final SendingSettings DEFAULT =
            new SendingSettings(32, 2_000, Duration.ofHours(24), Duration.ofSeconds(4));

    public SendingSettings {
        if (threads < 1 || room < 1) {
            throw new IllegalArgumentException("threads and room must be positive: " + threads + ", " + room);
        }
    }

    /** How many threads per channel only send urgent messages, so that these never wait for a slow answer. */
    int urgentThreads() {
        return 2;
    }

    /** How many of the threads may be busy with alerts at once, so that a reply always finds one. */
    int alertThreads() {
        return Math.max(1, threads * 3 / 4);
    }
}
