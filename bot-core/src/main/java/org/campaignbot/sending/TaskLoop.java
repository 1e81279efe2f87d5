package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Runs the tasks when they are due, so that sending threads never wait for the store. */
final class TaskLoop {

    private final Alarm alarm;
    private final InstantSource clock;
    private final Listeners listeners;
    private List<PeriodicTask> tasks = List.of();
    private Instant alarmAt = Instant.MAX;
    private boolean isClosed;
    private volatile Instant lastRound;

    /** A loop whose alarm runs in one thread at a time. */
    TaskLoop(Alarm alarm, InstantSource clock, Listeners listeners) {
        this.alarm = alarm;
        this.clock = clock;
        this.listeners = listeners;
        this.lastRound = clock.instant();
    }

    /** When it last did all due tasks without a failure. */
    Instant lastRound() {
        return lastRound;
    }

    /** Starts working. */
    synchronized void start(List<PeriodicTask> all) {
        tasks = List.copyOf(all);
        nudge();
    }

    /** Checks again what is due, after that may have changed. */
    synchronized void nudge() {
        Instant next = Instant.MAX;
        for (PeriodicTask periodicTask : tasks) {
            Instant due = periodicTask.due();
            next = due.isBefore(next) ? due : next;
        }
        if (!isClosed && next.isBefore(alarmAt)) {
            alarmAt = next;
            Instant at = next;
            Duration delay = Duration.between(clock.instant(), at);
            alarm.after(delay.isNegative() ? Duration.ZERO : delay, () -> ring(at));
        }
    }

    private void ring(Instant at) {
        synchronized (this) {
            if (isClosed || !at.equals(alarmAt)) {
                return;
            }
        }
        // While it works, the alarm stays in the past, so no other thread sets it.
        boolean well = true;
        for (PeriodicTask periodicTask : tasks) {
            Instant now = clock.instant();
            if (!periodicTask.due().isAfter(now)) {
                well &= listeners.guard(() -> periodicTask.run(now));
            }
        }
        if (well) {
            lastRound = clock.instant();
        }
        synchronized (this) {
            alarmAt = Instant.MAX;
            nudge();
        }
    }

    synchronized void close() {
        isClosed = true;
    }
}
