package campaignbot.delivery;

import campaignbot.delivery.Deliveries.Ended;
import campaignbot.delivery.Deliveries.Fate;
import campaignbot.delivery.Outgoing.Lane;
import campaignbot.message.Message;
import campaignbot.people.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sends to one channel: a schedule behind a lock, and the threads that carry out what it says. */
final class Desk {

    private final Channel channel;
    private final Outbox outbox;
    private final SharedPace shared;
    private final Listeners listeners;
    private final Settling settling;
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
            settling.ended(List.of(ended), null);
        }

        @Override
        public void lost(String id) {
            settling.lost(id);
        }
    };
    private Instant alarmAt = Instant.MAX;
    private int running;
    private boolean isClosed;

    Desk(
            Channel channel,
            Outbox outbox,
            Clearance clearance,
            SharedPace shared,
            Listeners listeners,
            Settling settling,
            Runnable needsShare,
            Sending sending,
            int threads,
            Executor workers,
            Alarm alarm,
            InstantSource clock,
            RandomGenerator random) {
        this.channel = channel;
        this.outbox = outbox;
        this.shared = shared;
        this.listeners = listeners;
        this.settling = settling;
        this.needsShare = needsShare;
        this.threads = threads;
        this.urgentThreads = sending.urgentThreads();
        this.workers = workers;
        this.alarm = alarm;
        this.clock = clock;
        this.schedule = new Schedule(channel, clearance, sending, random);
    }

    /** Takes over claimed messages, in order within each chat and lane. */
    void offer(List<Outbox.Claimed> claimed) {
        List<Ended> ended;
        boolean needsGrant;
        synchronized (this) {
            Instant now = clock.instant();
            ended = schedule.offer(claimed, now);
            needsGrant = schedule.needsGrant(claimed, now);
        }
        settling.ended(ended, null);
        if (needsGrant) {
            needsShare.run();
        }
        if (claimed.stream().anyMatch(each -> each.message().lane() == Lane.ALERT)) {
            settling.lookForAlerts();
        }
        dispatch();
    }

    /** Has a thread start what may be sent now; that thread wakes the next one, so the caller returns soon. */
    void dispatch() {
        Job job;
        synchronized (this) {
            job = threads == 0 ? null : next(running);
            if (job == null) {
                return;
            }
            running++;
        }
        workers.execute(() -> work(job));
    }

    private void work(Job first) {
        dispatch();
        for (Job job = first; job != null; job = nextOrStop()) {
            Job present = job;
            listeners.guard(() -> send(present));
        }
    }

    private synchronized @Nullable Job nextOrStop() {
        Job job = next(running - 1);
        if (job == null) {
            running--;
            notifyAll();
        }
        return job;
    }

    /** The next send besides this many others, or null after setting the alarm for when there may be one. */
    private @Nullable Job next(int others) {
        if (isClosed || others >= threads + urgentThreads) {
            return null;
        }
        Instant now = clock.instant();
        Lane last = others < threads ? Lane.ALERT : Lane.URGENT;
        Job job = schedule.next(now, last, over);
        if (job == null) {
            setAlarm(schedule.wakeAt(now, last), now);
        }
        return job;
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
        for (Job job = takeNext(); job != null; job = takeNext()) {
            send(job);
            sends++;
        }
        return sends;
    }

    private synchronized @Nullable Job takeNext() {
        return isClosed ? null : schedule.next(clock.instant(), over);
    }

    private void send(Job job) {
        Outgoing outgoing = job.pending().outgoing();
        SendOutcome outcome = outcomeOf(job.pending(), outgoing.to());
        Aftermath aftermath;
        synchronized (this) {
            aftermath = schedule.answered(job, outcome, clock.instant());
        }
        if (outcome instanceof SendOutcome.Wait && outgoing.lane() == Lane.ALERT) {
            settling.lookForAlerts();
        }
        follow(job, outgoing, aftermath);
    }

    private SendOutcome outcomeOf(Pending pending, Address to) {
        Message part;
        try {
            part = pending.part(channel.surface(to));
        } catch (Throwable failure) {
            listeners.failed(failure);
            return new SendOutcome.Refused("it cannot be shown");
        }
        try {
            return channel.send(to, pending.outgoing().person(), part, pending.replaces());
        } catch (Throwable failure) {
            // It may have been sent before. Catch errors too: this thread serves other chats as well.
            listeners.failed(failure);
            return new SendOutcome.Unknown("the channel failed");
        }
    }

    private void follow(Job job, Outgoing outgoing, Aftermath aftermath) {
        settling.ended(aftermath.ended(), aftermath.use());
        for (Ended ended : aftermath.ended()) {
            if (ended.fate() == Fate.REFUSED && ended.why() != null) {
                listeners.refused(channel.name(), outgoing.lane(), ended.why());
            }
            if (ended.fate() == Fate.SENT && outgoing.erases() != null) {
                String erased = outgoing.erases();
                listeners.guard(() -> channel.erase(outgoing.to(), erased));
            }
        }
        if (aftermath.resume() != null) {
            Instant resume = aftermath.resume();
            listeners.guard(() -> shared.resumeNotBefore(job.account().account(), resume));
        }
        if (aftermath.isGone()) {
            listeners.guard(() -> settling.ended(outbox.takeAllOf(job.chat().chat()), Fate.GONE, null));
            listeners.guard(() -> listeners.changes().gone(outgoing));
        }
        if (aftermath.movedTo() != null) {
            move(job, aftermath.movedTo());
        }
    }

    private void move(Job job, String to) {
        Address from = job.chat().chat();
        // If the store fails, the platform will report the move again; meanwhile the claimed messages continue.
        listeners.guard(() -> outbox.move(from, from.in(to)));
        listeners.guard(() -> listeners.changes().moved(from, from.in(to)));
        synchronized (this) {
            schedule.moved(job, to, clock.instant());
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
