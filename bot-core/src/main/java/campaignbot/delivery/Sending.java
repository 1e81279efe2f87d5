package campaignbot.delivery;

import java.time.Duration;

/**
 * How a server sends.
 *
 * @param threads how many sends to one channel are under way at once, urgent ones apart
 * @param room how many messages of one account and lane wait in memory, and how many commits may claim in all, urgent ones apart; more
 *     wait in the outbox
 * @param tooOld after how long a reply that could not be sent is given up
 * @param closing how long the end of the process waits for sends that are under way
 */
public record Sending(int threads, int room, Duration tooOld, Duration closing) {

    /** For a platform that is reached over the web. */
    public static final Sending DEFAULT = new Sending(32, 2_000, Duration.ofHours(24), Duration.ofSeconds(4));

    public Sending {
        if (threads < 1 || room < 1) {
            throw new IllegalArgumentException("nothing could leave with " + threads + " threads and room for " + room);
        }
    }

    /** How many threads to one channel send nothing but urgent messages, so that these wait for no slow answer. */
    int urgentThreads() {
        return 2;
    }

    /** Of the threads, how many may be busy with alerts at once, so that a reply always finds one. */
    int alertThreads() {
        return Math.max(1, threads * 3 / 4);
    }

    /** How many alerts of one account wait in memory. */
    int alertRoom() {
        return Math.min(room, 512);
    }
}
