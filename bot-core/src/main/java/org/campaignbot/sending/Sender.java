package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.sending.Outbox.Claimed;
import org.jspecify.annotations.Nullable;

/**
 * Empties the outbox and the queue of alerts through the channels.
 *
 * <p>Urgent messages go first, then replies, then alerts; in commit order within a chat and lane, one at a time per chat, and to
 * many chats at once. A chat that has to wait doesn't hold up others. Exceptions from a channel, store or listener never stop it.
 *
 * <p>In a server it has its own threads ({@link #serving}). Without them it sends in the calling thread before the call returns:
 * for a terminal, and for tests.
 */
public final class Sender implements AutoCloseable {

    /** How many messages of a channel that no outbox holds can be in flight at once. */
    private static final int UNSTORED_THREADS = 4;

    private final Outbox outbox;
    private final SharedRateLimits shared;
    private final Listeners listeners;
    private final InstantSource clock;
    private final SendingSettings sendingSettings;
    private final @Nullable Threads threads;
    private final Map<String, ChannelSender> channelSenders = new LinkedHashMap<>();
    private final Map<String, UnstoredSender> unstored = new HashMap<>();
    private final TaskLoop taskLoop;
    private final CompletionBatcher completionBatcher;
    private final OutboxPoller outboxPoller;
    private final RateLimitSync rateLimitSync;
    private boolean isDraining;

    /** A sender over these channels that sends in its caller's thread. */
    public Sender(Outbox outbox, Collection<? extends Channel> channels) {
        this(
                outbox,
                channels,
                SharedRateLimits.ALONE,
                Listeners.NONE,
                AlertQueue.NONE,
                SendingSettings.DEFAULT,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                null);
    }

    Sender(
            Outbox outbox,
            Collection<? extends Channel> channels,
            SharedRateLimits shared,
            Listeners listeners,
            AlertQueue alertQueue,
            SendingSettings sendingSettings,
            InstantSource clock,
            RandomGenerator random,
            @Nullable Threads threads) {
        this.outbox = outbox;
        this.shared = shared;
        this.listeners = listeners;
        this.clock = clock;
        this.sendingSettings = sendingSettings;
        this.threads = threads;
        Alarm never = (delay, what) -> {};
        this.taskLoop = new TaskLoop(threads == null ? never : threads.tasks(), clock, listeners);
        this.outboxPoller =
                new OutboxPoller(outbox, channelSenders.values(), this::offer, sendingSettings, clock, taskLoop::nudge);
        this.completionBatcher = new CompletionBatcher(
                outbox, alertQueue, listeners, clock, channelSenders.values(), this::offer, taskLoop::nudge);
        this.rateLimitSync = new RateLimitSync(
                shared, channelSenders.values(), completionBatcher, listeners, clock, taskLoop::nudge);
        for (Channel channel : channels) {
            Executor workers = threads == null
                    ? Runnable::run
                    : threads.workers(channel.name(), sendingSettings.threads() + sendingSettings.urgentThreads());
            Executor apart =
                    threads == null ? Runnable::run : threads.workers(channel.name() + "-unstored", UNSTORED_THREADS);
            unstored.put(channel.name(), new UnstoredSender(channel, apart, listeners));
            channelSenders.put(
                    channel.name(),
                    new ChannelSender(
                            channel,
                            outbox,
                            alertQueue,
                            shared,
                            listeners,
                            completionBatcher,
                            rateLimitSync::ask,
                            sendingSettings,
                            threads == null ? 0 : sendingSettings.threads(),
                            workers,
                            threads == null ? never : threads.channels(),
                            clock,
                            random));
        }
        if (threads != null) {
            outbox.accept(sendingSettings.room());
            taskLoop.start(List.of(
                    rateLimitSync,
                    completionBatcher,
                    outboxPoller,
                    new LeaseRenewer(outbox, alertQueue, channelSenders.values(), clock)));
        }
    }

    /**
     * A sender with its own threads, which sends from now on until it is closed.
     *
     * @param shared what the processes of this bot agree on
     * @param deliveryListener notified how messages end
     * @param changes notified of chats that are gone or have moved
     * @param journal notified of failures
     * @param alertQueue the alerts to send
     * @param random source of retry jitter; must be thread-safe
     */
    public static Sender serving(
            Outbox outbox,
            Collection<? extends Channel> channels,
            SharedRateLimits shared,
            DeliveryListener deliveryListener,
            ChatChangeListener changes,
            SenderJournal journal,
            AlertQueue alertQueue,
            SendingSettings sendingSettings,
            InstantSource clock,
            RandomGenerator random) {
        return new Sender(
                outbox,
                channels,
                shared,
                new Listeners(deliveryListener, changes, journal),
                alertQueue,
                sendingSettings,
                clock,
                random,
                new OwnThreads());
    }

    /** The threads of a sender, and the alarms that wake them. */
    interface Threads extends AutoCloseable {
        /** Runs the sends to a channel, at most this many at once. */
        Executor workers(String channel, int most);

        /** Wakes channels; its tasks are short. */
        Alarm channels();

        /** Runs what needs the store, one task after the other. */
        Alarm tasks();

        @Override
        void close();
    }

    /** Called with what was just committed, in commit order, by one thread at a time. */
    public void committed(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return;
        }
        if (threads == null) {
            drain();
        } else {
            // They are in memory, so nothing is read back.
            List<Claimed> claimed = outbox.handOver(messages);
            offer(claimed);
            if (claimed.size() < messages.size()) {
                outboxPoller.look();
            }
        }
    }

    /** Passes claimed messages to their channels. */
    private void offer(List<Claimed> claimed) {
        Map<String, List<Claimed>> byChannel = new LinkedHashMap<>();
        for (Claimed each : claimed) {
            byChannel
                    .computeIfAbsent(each.message().to().channel(), channel -> new ArrayList<>())
                    .add(each);
        }
        byChannel.forEach((channel, messages) -> {
            ChannelSender channelSender = channelSenders.get(channel);
            if (channelSender != null) {
                channelSender.offer(messages);
            } else {
                String why = "no channel named " + channel;
                messages.forEach(
                        each -> listeners.refused(channel, each.message().lane(), why));
                completionBatcher.ended(messages, DeliveryStatus.REFUSED, why);
            }
        });
    }

    /** Adds messages that no turn said to the outbox, and sends them once whatever the caller does in the same commit is done. */
    public void add(List<Outgoing> messages) {
        outbox.add(messages);
        drain();
    }

    /**
     * Sends messages that no store holds, at once and outside the rate limits, in other threads than the caller's if there are
     * any. Their results aren't reported.
     *
     * @param inVain called for a message if none of it was sent, so that it is worth a retry
     */
    public void sendUnstored(List<Outgoing> messages, Runnable inVain) {
        for (Outgoing each : messages) {
            UnstoredSender way = unstored.get(each.to().channel());
            if (way != null) {
                way.send(each, inVain);
            }
        }
    }

    /** Sends what waits, as {@link #drain} does, unless this sender has threads, which look for it by themselves. */
    public void drainUnlessPolled() {
        if (threads == null) {
            int unused = drain();
        }
    }

    /**
     * Sends what waits: alerts, and messages in the outbox from an earlier process, or from one that died. In a server it returns
     * at once and threads send them; otherwise it returns once nothing can be sent before some time has passed.
     *
     * @return how many messages ended before it returned
     */
    public int drain() {
        completionBatcher.lookForAlerts();
        if (threads != null) {
            outboxPoller.look();
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

    /** When a server last checked its outbox without a failure, which it does every few seconds; otherwise when the sender was made. */
    public Instant lastRound() {
        return taskLoop.lastRound();
    }

    private int sendHere() {
        int before = completionBatcher.settledSoFar();
        int moved;
        do {
            moved = outboxPoller.takeAny();
            rateLimitSync.run(clock.instant());
            completionBatcher.run(clock.instant());
            moved += channelSenders.values().stream()
                    .mapToInt(ChannelSender::workHere)
                    .sum();
        } while (moved > 0);
        giveBackAll();
        return completionBatcher.settledSoFar() - before;
    }

    /** Gives back what can't be sent by now. */
    private void giveBackAll() {
        channelSenders.values().forEach(ChannelSender::giveBackAll);
        completionBatcher.flush(clock.instant());
    }

    /** Starts no more sends, waits for those in flight as long as the settings say, and releases the rest to other processes. */
    @Override
    public void close() {
        outbox.accept(0);
        taskLoop.close();
        channelSenders.values().forEach(ChannelSender::close);
        try {
            Instant end = clock.instant().plus(sendingSettings.closing());
            for (ChannelSender channelSender : channelSenders.values()) {
                Duration left = Duration.between(clock.instant(), end);
                channelSender.awaitIdle(left.isNegative() ? Duration.ZERO : left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (threads != null) {
            threads.close();
        }
        giveBackAll();
        listeners.guard(shared::surrender);
    }

    /**
     * Sends messages that no outbox holds, bypassing the queues and rate limits of its channel.
     *
     * @param workers its own threads, so that nothing else delays it
     */
    private record UnstoredSender(Channel channel, Executor workers, Listeners listeners) {

        /** Sends a message; calls {@code inVain} if the platform accepted none of it, so that it is worth a retry. */
        void send(Outgoing outgoing, Runnable inVain) {
            listeners.guard(() -> workers.execute(() -> listeners.guard(() -> sendParts(outgoing, inVain))));
        }

        private void sendParts(Outgoing outgoing, Runnable inVain) {
            boolean begun = false;
            for (Message part : Fit.fit(outgoing.message(), channel.surface(outgoing.to()))) {
                SendOutcome outcome = channel.send(outgoing.to(), outgoing.person(), part, null);
                if (outcome instanceof SendOutcome.Refused refused) {
                    listeners.refused(channel.name(), outgoing.lane(), refused.why());
                    return;
                } else if (outcome instanceof SendOutcome.Wait && !begun) {
                    inVain.run();
                    return;
                }
                begun = true;
            }
        }
    }
}
