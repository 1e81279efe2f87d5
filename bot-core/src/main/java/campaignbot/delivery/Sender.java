package campaignbot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Empties the outbox through the channels.
 *
 * <p>Urgent messages leave first, replies before alerts, those of a chat and lane in the order of their commits, one at a time to each
 * chat and many chats at once. A chat that has to wait holds up nobody else. Whatever a channel, a store or a listener throws, sending goes on.
 *
 * <p>In a server, threads of its own do all this ({@link #serving}). Without them it sends in the thread that calls, before the
 * call returns: for a terminal, and for tests.
 */
public final class Sender implements AutoCloseable {

    /** How many messages of a channel leave at once that no outbox holds. */
    private static final int UNSTORED_THREADS = 4;

    private final Outbox outbox;
    private final SharedPace shared;
    private final Listeners listeners;
    private final InstantSource clock;
    private final Sending sending;
    private final @Nullable Threads threads;
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private final Map<String, Unstored> unstored = new HashMap<>();
    private final Clerk clerk;
    private final Settling settling;
    private final Intake intake;
    private final Sharing sharing;
    private boolean isDraining;

    /** A sender over these channels that sends in the thread of its caller. */
    public Sender(Outbox outbox, Collection<? extends Channel> channels) {
        this(
                outbox,
                channels,
                SharedPace.ALONE,
                Listeners.NONE,
                Clearance.ALL,
                Sending.DEFAULT,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                null);
    }

    Sender(
            Outbox outbox,
            Collection<? extends Channel> channels,
            SharedPace shared,
            Listeners listeners,
            Clearance clearance,
            Sending sending,
            InstantSource clock,
            RandomGenerator random,
            @Nullable Threads threads) {
        this.outbox = outbox;
        this.shared = shared;
        this.listeners = listeners;
        this.clock = clock;
        this.sending = sending;
        this.threads = threads;
        Alarm never = (delay, what) -> {};
        this.clerk = new Clerk(threads == null ? never : threads.clerk(), clock, listeners);
        this.settling = new Settling(
                outbox, clearance, listeners, clock, desks.values(), () -> intake().roomAgain(), clerk::nudge);
        this.intake = new Intake(outbox, desks, settling, listeners, sending, clock, clerk::nudge);
        this.sharing = new Sharing(shared, desks.values(), settling, listeners, clock, clerk::nudge);
        for (Channel channel : channels) {
            Executor workers = threads == null
                    ? Runnable::run
                    : threads.workers(channel.name(), sending.threads() + sending.urgentThreads());
            Executor apart =
                    threads == null ? Runnable::run : threads.workers(channel.name() + "-unstored", UNSTORED_THREADS);
            unstored.put(channel.name(), new Unstored(channel, apart, listeners));
            desks.put(
                    channel.name(),
                    new Desk(
                            channel,
                            outbox,
                            clearance,
                            shared,
                            listeners,
                            settling,
                            sharing::ask,
                            sending,
                            threads == null ? 0 : sending.threads(),
                            workers,
                            threads == null ? never : threads.desks(),
                            clock,
                            random));
        }
        if (threads != null) {
            outbox.accept(sending.room());
            clerk.start(List.of(sharing, settling, intake, new Renewal(outbox, desks.values(), clock)));
        }
    }

    /**
     * A sender with threads of its own, which sends from now on until it is closed.
     *
     * @param shared what the processes of this bot agree on
     * @param deliveries told how messages end
     * @param changes told of chats that are gone or have moved
     * @param journal told what goes wrong
     * @param clearance says which alerts may leave
     * @param random where the jitter of retries comes from; safe for use by several threads
     */
    public static Sender serving(
            Outbox outbox,
            Collection<? extends Channel> channels,
            SharedPace shared,
            Deliveries deliveries,
            ChatChanges changes,
            SenderJournal journal,
            Clearance clearance,
            Sending sending,
            InstantSource clock,
            RandomGenerator random) {
        return new Sender(
                outbox,
                channels,
                shared,
                new Listeners(deliveries, changes, journal),
                clearance,
                sending,
                clock,
                random,
                new OwnThreads());
    }

    /** The threads of a sender, and what wakes them. */
    interface Threads extends AutoCloseable {
        /** Carries out the sends to a channel, so many at once. */
        Executor workers(String channel, int most);

        /** Wakes desks; nothing that it runs takes long. */
        Alarm desks();

        /** Runs what needs the store, one after the other. */
        Alarm clerk();

        @Override
        void close();
    }

    private Intake intake() {
        return intake;
    }

    /** Is told what was committed just now, in the order of the commits; by one thread at a time. */
    public void committed(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return;
        }
        if (threads == null) {
            drain();
        } else {
            intake.committed(messages);
        }
    }

    /**
     * Sends messages that no store holds, at once and outside the pace, in other threads than the caller's where there are some. Nobody
     * is told how they end.
     *
     * @param inVain called for a message of which nothing has left, so that it is worth another try
     */
    public void sendUnstored(List<Outgoing> messages, Runnable inVain) {
        for (Outgoing each : messages) {
            Unstored way = unstored.get(each.to().channel());
            if (way != null) {
                way.send(each, inVain);
            }
        }
    }

    /**
     * Sees to what waits in the outbox: messages of an earlier process, or of one that died. In a server it returns at once and threads
     * send them; else it returns once nothing can be sent before some time has passed.
     *
     * @return how many messages came to their end before it returned
     */
    public int drain() {
        if (threads != null) {
            intake.look();
            return 0;
        }
        synchronized (this) {
            if (isDraining) {
                // A listener took a turn whose messages the loop below will find.
                return 0;
            }
            isDraining = true;
            try {
                return sendHere();
            } finally {
                isDraining = false;
            }
        }
    }

    /** When a server last looked after its outbox without a failure, which it does every second; else when the sender was made. */
    public Instant lastRound() {
        return clerk.lastRound();
    }

    private int sendHere() {
        int before = settling.settledSoFar();
        int moved;
        do {
            moved = intake.takeAny();
            sharing.run(clock.instant());
            // Alerts depart as they are settled, so sending and settling take turns.
            settling.run(clock.instant());
            moved += desks.values().stream().mapToInt(Desk::workHere).sum();
        } while (moved > 0);
        letGo();
        return settling.settledSoFar() - before;
    }

    /** Offers to others what cannot be sent by now. */
    private void letGo() {
        List<String> ids = desks.values().stream()
                .flatMap(desk -> desk.ask(Schedule::giveBackAll).stream())
                .toList();
        if (!ids.isEmpty()) {
            listeners.guard(() -> outbox.release(ids));
        }
    }

    /** Begins no more sends, waits for those under way as long as the settings say, and offers the rest to other processes. */
    @Override
    public void close() {
        outbox.accept(0);
        clerk.close();
        desks.values().forEach(Desk::close);
        try {
            Instant end = clock.instant().plus(sending.closing());
            for (Desk desk : desks.values()) {
                Duration left = Duration.between(clock.instant(), end);
                desk.awaitIdle(left.isNegative() ? Duration.ZERO : left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (threads != null) {
            threads.close();
        }
        listeners.guard(() -> settling.run(clock.instant()));
        letGo();
        listeners.guard(shared::surrender);
    }
}
