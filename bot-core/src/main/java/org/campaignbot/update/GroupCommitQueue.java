package org.campaignbot.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Batches updates from many threads: one thread at a time processes its own updates and whatever arrived meanwhile, so commits
 * come in groups. The other threads return as soon as theirs are done instead of waiting for a turn.
 */
final class GroupCommitQueue {

    private final Consumer<List<Update>> take;
    private final Queue<Arrival> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean taking = new AtomicBoolean();

    /** Arrivals processed by this callback, in one thread at a time. */
    GroupCommitQueue(Consumer<List<Update>> take) {
        this.take = take;
    }

    private static final class Arrival {
        private final List<Update> updates;
        private final Thread bringer = Thread.currentThread();
        private volatile boolean done;
        private @Nullable RuntimeException failure;

        Arrival(List<Update> updates) {
            this.updates = List.copyOf(updates);
        }

        /** Publishes the result and wakes the thread that waits for it. */
        void end(@Nullable RuntimeException with) {
            failure = with;
            done = true;
            LockSupport.unpark(bringer);
        }
    }

    /**
     * Adds updates and returns once they are processed.
     *
     * @throws RuntimeException whatever processing them threw
     */
    void bring(List<Update> updates) {
        Arrival arrival = new Arrival(updates);
        waiting.add(arrival);
        boolean interrupted = false;
        while (!arrival.done) {
            if (taking.compareAndSet(false, true)) {
                try {
                    takeAll();
                } finally {
                    taking.set(false);
                    wakeNext();
                }
            } else {
                // The processing thread looks for more after it has released the lock, so no waiting thread is
                // forgotten.
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (arrival.failure != null) {
            throw arrival.failure;
        }
    }

    private void takeAll() {
        List<Arrival> taken = new ArrayList<>();
        for (Arrival next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        if (taken.isEmpty()) {
            return;
        }
        RuntimeException failure = null;
        try {
            take.accept(
                    taken.stream().flatMap(arrival -> arrival.updates.stream()).toList());
        } catch (RuntimeException failed) {
            failure = failed;
        } catch (Error fatal) {
            failure = new IllegalStateException(
                    "taking what arrived ended with " + fatal.getClass().getSimpleName());
            throw fatal;
        } finally {
            RuntimeException with = failure;
            taken.forEach(arrival -> arrival.end(with));
        }
    }

    private void wakeNext() {
        Arrival next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.bringer);
        }
    }
}
