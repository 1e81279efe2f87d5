package org.campaignbot.testkit.fake;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A fault that waits for matching calls and affects a limited number of them. The fake decides what it does to them. */
public final class Fault {

    private final Runnable letGo;
    private int left;
    private int used;

    /**
     * Creates a fault.
     *
     * @param times how many calls it affects
     * @param letGo releases the answers that it holds
     */
    public Fault(int times, Runnable letGo) {
        this.left = times;
        this.letGo = letGo;
    }

    /**
     * Applies to a call, unless the limit is reached; called by the fake.
     *
     * @param isMeant whether the call is one of those it was set up for
     * @return whether it applies
     */
    public synchronized boolean take(BooleanSupplier isMeant) {
        if (left == 0 || !isMeant.getAsBoolean()) {
            return false;
        }
        left--;
        used++;
        notifyAll();
        return true;
    }

    /** How many calls it has affected. */
    public synchronized int used() {
        return used;
    }

    /** Releases the answers that it holds, and affects no further calls. */
    public void release() {
        cancel();
        letGo.run();
    }

    /** Affects no further calls. */
    public synchronized void cancel() {
        left = 0;
    }

    /**
     * Waits until it has affected this many calls.
     *
     * @throws AssertionError if it hasn't by the deadline
     */
    public synchronized void awaitUsed(int times, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            while (used < times) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new AssertionError("the fault befell " + used + " calls instead of " + times);
                }
                wait(millis);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", interrupted);
        }
    }
}
