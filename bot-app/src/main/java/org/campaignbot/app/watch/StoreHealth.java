package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.jspecify.annotations.Nullable;

/** Whether the store can be written; it is probed only after a job has failed. */
public final class StoreHealth {

    private static final String FIX =
            "Nothing can be stored: see whether the database answers and the disk has room. The bot goes on by itself.";

    /** How long a health check waits for a probe in progress. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Lock trial = new ReentrantLock();
    private final Runnable probe;
    private final InstantSource clock;
    private volatile boolean isDoubtful;
    private volatile Instant last;
    private volatile @Nullable Instant failedSince;

    /**
     * A store that is assumed to be healthy.
     *
     * @param probe stores something and deletes it again, or throws if it can't
     */
    public StoreHealth(Runnable probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Records a failure that the store may have caused. */
    public void doubt() {
        isDoubtful = true;
    }

    /** Probes the store if in doubt; called every few seconds. */
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
     * Whether the store can be written. Right after a failure this probes it, so that even the first check gets a true answer;
     * while another thread's probe takes longer than {@link #PATIENCE}, the store counts as failed.
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
                : new ComponentHealth("store", Status.FAILED, failing, last, FIX);
    }
}
