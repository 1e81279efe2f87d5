package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/** A clock that tests move; tasks due at an instant run in the thread that moves it there, and nothing else does. */
final class VirtualTime implements InstantSource, Alarm, Sender.Threads {

    static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private Instant now = NOON;
    private long number;

    private record Task(Instant at, long number, Runnable what) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable what) {
        tasks.add(new Task(now.plus(delay), number++, what));
    }

    /** Runs what is due now. */
    void run() {
        advance(Duration.ZERO);
    }

    void advance(Duration time) {
        Instant end = now.plus(time);
        for (Task next = tasks.peek(); next != null && !next.at.isAfter(end); next = tasks.peek()) {
            tasks.remove();
            now = next.at.isAfter(now) ? next.at : now;
            next.what.run();
        }
        now = end;
    }

    @Override
    public Executor workers(String channel, int most) {
        return work -> after(Duration.ZERO, work);
    }

    @Override
    public Alarm channels() {
        return this;
    }

    @Override
    public Alarm tasks() {
        return this;
    }

    @Override
    public void close() {
        run();
    }
}
