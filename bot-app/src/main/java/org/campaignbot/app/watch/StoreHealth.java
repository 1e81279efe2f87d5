package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.jspecify.annotations.Nullable;

/** Whether anything can be stored: after a failure of any job that is tried, and not otherwise. */
public final class StoreHealth {

    private static final String MEND =
            "Nothing can be stored: see whether the database answers and the disk has room. The bot goes on by itself.";

    /** How long a question waits for a trial that is under way. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Lock trial = new ReentrantLock();
    private final Runnable probe;
    private final InstantSource clock;
    private volatile boolean isDoubtful;
    private volatile Instant last;
    private volatile @Nullable Instant failedSince;

    /**
     * A store that is taken to be well.
     *
     * @param probe stores something and takes it away again, or throws where that does not go
     */
    public StoreHealth(Runnable probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Takes note that something failed which may be due to the store. */
    public void doubt() {
        isDoubtful = true;
    }

    /** Tries it, where there is doubt; called every few seconds. */
    void look() {
        trial.lock();
        try {
            tryIt();
        } finally {
            trial.unlock();
        }
    }

    private void tryIt() {
        if (!isDoubtful) {
            return;
        }
        isDoubtful = false;
        try {
            probe.run();
            last = clock.instant();
            failedSince = null;
        } catch (RuntimeException failure) {
            isDoubtful = true;
            if (failedSince == null) {
                failedSince = clock.instant();
            }
        }
    }

    /**
     * Whether anything can be stored. Right after a failure this tries it, so that the first question already has a true answer; while
     * somebody else tries it for longer than {@link #PATIENCE}, it does not work.
     */
    public boolean works() {
        if (!isDoubtful || failedSince != null) {
            return failedSince == null;
        }
        try {
            if (!trial.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            tryIt();
            return failedSince == null;
        } finally {
            trial.unlock();
        }
    }

    ComponentHealth standing() {
        Instant failing = failedSince;
        return failing == null
                ? new ComponentHealth("store", Status.OK, last, last, "")
                : new ComponentHealth("store", Status.FAILED, failing, last, MEND);
    }
}
