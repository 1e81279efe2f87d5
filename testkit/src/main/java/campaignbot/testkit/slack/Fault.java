package campaignbot.testkit.slack;

import java.time.Duration;
import java.util.function.Predicate;

/** A fault that waits for the calls that it befalls; it befalls a given number and no more. */
public final class Fault {

    private final Effect effect;
    private final Predicate<Call> befalls;
    private int left;
    private int used;

    Fault(int times, Predicate<Call> befalls, Effect effect) {
        this.left = times;
        this.befalls = befalls;
        this.effect = effect;
    }

    synchronized boolean take(Call call) {
        if (left == 0 || !befalls.test(call)) {
            return false;
        }
        left--;
        used++;
        notifyAll();
        return true;
    }

    Effect effect() {
        return effect;
    }

    /** How many calls it has befallen. */
    public synchronized int used() {
        return used;
    }

    /** Lets the answers go that it holds, and befalls no further call. */
    public void release() {
        cancel();
        if (effect instanceof Effect.Hold hold) {
            hold.let().countDown();
        }
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
