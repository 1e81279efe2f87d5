package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.jspecify.annotations.Nullable;

/** A recurring job of this process, and how it went. Thread-safe, also for concurrent rounds. */
public final class WatchedJob {

    /** How much longer than planned a round, or the pause before it, may take. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String LATE =
            "It takes too long: see whether the database answers, and start the bot again if" + " this stays.";
    private static final String FAILED = "The log says where it failed: look at the database and the disk first.";

    private final String name;
    private final @Nullable Duration pause;
    private final InstantSource clock;
    private final Runnable onFailure;
    private final Deque<Instant> underWay = new ArrayDeque<>();
    private Instant idleSince;
    private @Nullable Instant last;
    private Instant since;
    private boolean hasFailed;

    /**
     * A job that hasn't started yet.
     *
     * @param pause its usual pause, or null if it waits for work
     * @param onFailure called after each failed round
     */
    WatchedJob(String name, @Nullable Duration pause, InstantSource clock, Runnable onFailure) {
        this.name = name;
        this.pause = pause;
        this.clock = clock;
        this.onFailure = onFailure;
        this.idleSince = clock.instant();
        this.since = idleSince;
    }

    public String name() {
        return name;
    }

    /** Runs a round, and throws what it throws. */
    public void run(Runnable round) {
        Instant begun = begin();
        try {
            round.run();
        } catch (RuntimeException | Error failure) {
            failed();
            throw failure;
        } finally {
            end(begun);
        }
        done();
    }

    private synchronized Instant begin() {
        Instant now = clock.instant();
        underWay.add(now);
        return now;
    }

    private synchronized void end(Instant begun) {
        underWay.removeFirstOccurrence(begun);
        idleSince = clock.instant();
    }

    /** Records a round that succeeded. */
    public synchronized void done() {
        Instant now = clock.instant();
        since = hasFailed ? now : since;
        hasFailed = false;
        last = now;
        idleSince = now;
    }

    /** Records a round that failed. */
    public void failed() {
        synchronized (this) {
            since = hasFailed ? since : clock.instant();
            hasFailed = true;
        }
        onFailure.run();
    }

    public synchronized ComponentHealth standing() {
        Instant lateSince = lateSince();
        if (!clock.instant().isBefore(lateSince)) {
            return new ComponentHealth(name, Status.LATE, lateSince, last, LATE);
        }
        return new ComponentHealth(name, hasFailed ? Status.FAILED : Status.OK, since, last, hasFailed ? FAILED : "");
    }

    private Instant lateSince() {
        Instant oldest = underWay.peek();
        if (oldest != null) {
            return oldest.plus(PATIENCE);
        }
        return pause == null
                ? Instant.MAX
                : idleSince.plus(pause.multipliedBy(2)).plus(PATIENCE);
    }
}
