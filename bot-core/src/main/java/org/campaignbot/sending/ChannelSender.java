package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.sending.Schedule.SendJob;
import org.jspecify.annotations.Nullable;

/** Sends to one channel: a schedule behind a lock, and the threads that carry out what it says. */
final class ChannelSender {

    private final Channel channel;
    private final Outbox outbox;
    private final SharedRateLimits shared;
    private final Listeners listeners;
    private final CompletionBatcher completionBatcher;
    private final Runnable needsShare;
    private final int threads;
    private final int urgentThreads;
    private final Executor workers;
    private final Alarm alarm;
    private final InstantSource clock;
    private final Schedule schedule;
    private final Schedule.Over over = new Schedule.Over() {
        @Override
        public void ended(Ended ended) {
            completionBatcher.ended(List.of(ended), null);
        }

        @Override
        public void lost(String id) {
            completionBatcher.lost(id);
        }
    };
    private Instant alarmAt = Instant.MAX;
    private int running;
    private boolean isClosed;

    ChannelSender(
            Channel channel,
            Outbox outbox,
            AlertQueue alertQueue,
            SharedRateLimits shared,
            Listeners listeners,
            CompletionBatcher completionBatcher,
            Runnable needsShare,
            SendingSettings sendingSettings,
            int threads,
            Executor workers,
            Alarm alarm,
            InstantSource clock,
            RandomGenerator random) {
        this.channel = channel;
        this.outbox = outbox;
        this.shared = shared;
        this.listeners = listeners;
        this.completionBatcher = completionBatcher;
        this.needsShare = needsShare;
        this.threads = threads;
        this.urgentThreads = sendingSettings.urgentThreads();
        this.workers = workers;
        this.alarm = alarm;
        this.clock = clock;
        this.schedule = new Schedule(channel, alertQueue, sendingSettings, random);
    }

    /** Takes over claimed messages, in order within each chat and lane. */
    void offer(List<Outbox.Claimed> claimed) {
        boolean needsGrant;
        synchronized (this) {
            Instant now = clock.instant();
            schedule.offer(claimed, now);
            needsGrant = schedule.needsGrant(claimed, now);
        }
        if (needsGrant) {
            needsShare.run();
        }
        dispatch();
    }

    /** Has a thread start what may be sent now; that thread wakes the next one, so the caller returns soon. */
    void dispatch() {
        SendJob sendJob;
        synchronized (this) {
            sendJob = threads == 0 ? null : next(running);
            if (sendJob == null) {
                return;
            }
            running++;
        }
        workers.execute(() -> work(sendJob));
    }

    private void work(SendJob first) {
        dispatch();
        for (SendJob sendJob = first; sendJob != null; sendJob = nextOrStop()) {
            SendJob present = sendJob;
            listeners.guard(() -> send(present));
        }
    }

    private synchronized @Nullable SendJob nextOrStop() {
        SendJob sendJob = next(running - 1);
        if (sendJob == null) {
            running--;
            notifyAll();
        }
        return sendJob;
    }

    /** The next send besides this many others, or null after setting the alarm for when there may be one. */
    private @Nullable SendJob next(int others) {
        if (isClosed || others >= threads + urgentThreads) {
            return null;
        }
        Instant now = clock.instant();
        Lane last = others < threads ? Lane.ALERT : Lane.URGENT;
        SendJob sendJob = schedule.next(now, last, over);
        if (sendJob == null) {
            setAlarm(schedule.wakeAt(now, last), now);
        }
        return sendJob;
    }

    private void setAlarm(Instant wake, Instant now) {
        if (wake.isBefore(alarmAt)) {
            alarmAt = wake;
            // A moment later rather than sooner, since clocks and timers count differently.
            alarm.after(Duration.between(now, wake).plusNanos(100_000), () -> ring(wake));
        }
    }

    private void ring(Instant wake) {
        synchronized (this) {
            if (alarmAt.equals(wake)) {
                alarmAt = Instant.MAX;
            }
        }
        dispatch();
    }

    /** Sends in this thread whatever may be sent now; returns the number of sends. */
    int workHere() {
        int sends = 0;
        for (SendJob sendJob = takeNext(); sendJob != null; sendJob = takeNext()) {
            send(sendJob);
            sends++;
        }
        return sends;
    }

    private synchronized @Nullable SendJob takeNext() {
        return isClosed ? null : schedule.next(clock.instant(), over);
    }

    private void send(SendJob sendJob) {
        Outgoing outgoing = sendJob.pending().outgoing();
        SendOutcome outcome = outcomeOf(sendJob.pending(), outgoing.to());
        FollowUps followUps;
        synchronized (this) {
            followUps = schedule.answered(sendJob, outcome, clock.instant());
        }
        if (outcome instanceof SendOutcome.Wait && outgoing.lane() == Lane.ALERT) {
            completionBatcher.lookForAlerts();
        }
        follow(sendJob, outgoing, followUps);
    }

    private SendOutcome outcomeOf(PendingMessage pendingMessage, Address to) {
        Message part;
        try {
            part = pendingMessage.part(channel.surface(to));
        } catch (Throwable failure) {
            listeners.failed(failure);
            return new SendOutcome.Refused("it cannot be shown");
        }
        try {
            return channel.send(to, pendingMessage.outgoing().person(), part, pendingMessage.replaces());
        } catch (Throwable failure) {
            // It may have been sent before. Catch errors too: this thread serves other chats as well.
            listeners.failed(failure);
            return new SendOutcome.Unknown("the channel failed");
        }
    }

    private void follow(SendJob sendJob, Outgoing outgoing, FollowUps followUps) {
        completionBatcher.ended(followUps.ended(), followUps.use());
        for (Ended ended : followUps.ended()) {
            if (ended.status() == DeliveryStatus.REFUSED && ended.why() != null) {
                listeners.refused(channel.name(), outgoing.lane(), ended.why());
            }
            if (ended.status() == DeliveryStatus.SENT && outgoing.erases() != null) {
                String erased = outgoing.erases();
                listeners.guard(() -> channel.erase(outgoing.to(), erased));
            }
        }
        if (followUps.resume() != null) {
            Instant resume = followUps.resume();
            listeners.guard(() -> shared.resumeNotBefore(sendJob.account().account(), resume));
        }
        if (followUps.isGone()) {
            listeners.guard(() ->
                    completionBatcher.ended(outbox.takeAllOf(sendJob.chat().chat()), DeliveryStatus.GONE, null));
            listeners.guard(() -> listeners.changes().gone(outgoing));
        }
        if (followUps.movedTo() != null) {
            move(sendJob, followUps.movedTo());
        }
    }

    private void move(SendJob sendJob, String to) {
        Address from = sendJob.chat().chat();
        // If the store fails, the platform will report the move again; meanwhile the claimed messages continue.
        listeners.guard(() -> outbox.move(from, from.in(to)));
        listeners.guard(() -> listeners.changes().moved(from, from.in(to)));
        synchronized (this) {
            schedule.moved(sendJob, to, clock.instant());
        }
    }

    /** Queries the schedule, or changes it and returns something, under its lock. */
    synchronized <T> T ask(Function<Schedule, T> question) {
        return question.apply(schedule);
    }

    /** Changes the schedule under its lock. */
    synchronized void tell(Consumer<Schedule> change) {
        change.accept(schedule);
    }

    /** Gives back what can't be sent by now, with the next {@link CompletionBatcher#flush}. */
    synchronized void giveBackAll() {
        schedule.giveBackAll(over);
    }

    /** Starts no more sends. */
    synchronized void close() {
        isClosed = true;
    }

    /** Waits until nothing is in flight; returns false on timeout. */
    synchronized boolean awaitIdle(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (running > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
