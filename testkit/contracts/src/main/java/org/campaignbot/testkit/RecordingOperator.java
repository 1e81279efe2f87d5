package org.campaignbot.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.campaignbot.platform.Operator;
import org.campaignbot.platform.Trouble;

/** An operator that records what it's told. */
public final class RecordingOperator implements Operator {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Trouble> told = new CopyOnWriteArrayList<>();
    private final List<Trouble> over = new CopyOnWriteArrayList<>();

    /** The reported troubles, in order. */
    public List<Trouble> told() {
        return told;
    }

    /** The troubles reported as over, in order. */
    public List<Trouble> over() {
        return over;
    }

    @Override
    public synchronized void trouble(Trouble trouble) {
        told.add(trouble);
        notifyAll();
    }

    @Override
    public synchronized void resolved(Trouble trouble) {
        over.add(trouble);
        notifyAll();
    }

    /** Waits until a trouble is reported. */
    public synchronized void awaitTold(Trouble trouble) {
        await(told, trouble);
    }

    /** Waits until a trouble is reported as over. */
    public synchronized void awaitOver(Trouble trouble) {
        await(over, trouble);
    }

    private void await(List<Trouble> where, Trouble trouble) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!where.contains(trouble)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("nothing was said of " + trouble);
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
