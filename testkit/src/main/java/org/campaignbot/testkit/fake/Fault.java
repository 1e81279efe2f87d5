package org.campaignbot.testkit.fake;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A fault that waits for the calls that it befalls; it befalls a given number and no more. What it does to them the fake knows. */
public final class Fault {

    private final Runnable letGo;
    private int left;
    private int used;

    /**
     * A fault.
     *
     * @param times how many calls it befalls
     * @param letGo lets the answers go that it holds
     */
    public Fault(int times, Runnable letGo) {
        this.left = times;
        this.letGo = letGo;
    }

    /**
     * Befalls a call, unless it has befallen as many as it should; for the fake.
     *
     * @param isMeant whether the call is one of those that it was ordered for
     * @return whether it befell it
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

    /** How many calls it has befallen. */
    public synchronized int used() {
        return used;
    }

    /** Lets the answers go that it holds, and befalls no further call. */
    public void release() {
        cancel();
        letGo.run();
    }

    /** Befalls no further call. */
    public synchronized void cancel() {
        left = 0;
    }

    /**
     * Waits until it has befallen so many calls.
     *
     * @throws AssertionError where it has not by the deadline
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
