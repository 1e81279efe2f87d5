package org.campaignbot.testkit.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.campaignbot.testkit.fake.Daemons;
import org.jspecify.annotations.Nullable;

/**
 * Pushes updates to the bot's address.
 *
 * <p>Messages queue per chat and presses per person; each queue has one update in flight at a time, and a failing one holds up
 * those behind it. Anything but a 2xx is a failure and is retried after a wait that doubles.
 */
final class Webhook implements AutoCloseable {

    private final World world;
    private final String address;
    private final @Nullable String secret;
    private final int mostConnections;
    private final ExecutorService workers = Executors.newCachedThreadPool(Daemons.named("fake-webhook"));
    private final ScheduledExecutorService waits =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("fake-webhook-waits"));
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private int working;
    private boolean closed;
    private volatile @Nullable String lastError;
    private volatile long lastErrorAt;

    /** The updates of one chat or person; the first is in flight or waits for a retry. */
    private static final class Lane {
        final String name;
        final Deque<Updates.Update> queue = new ArrayDeque<>();
        int failures;

        Lane(String name) {
            this.name = name;
        }
    }

    Webhook(World world, String address, @Nullable String secret, int mostConnections) {
        this.world = world;
        this.address = address;
        this.secret = secret;
        this.mostConnections = mostConnections;
    }

    String address() {
        return address;
    }

    int mostConnections() {
        return mostConnections;
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    long lastErrorAt() {
        return lastErrorAt;
    }

    synchronized void push(Updates.Update update) {
        Lane lane = lanes.get(update.lane());
        if (lane == null) {
            lane = new Lane(update.lane());
            lanes.put(lane.name, lane);
            makeReady(lane);
        }
        lane.queue.add(update);
    }

    /** Adds a worker, up to the number of connections that the bot allows. */
    private synchronized void makeReady(Lane lane) {
        ready.add(lane);
        if (!closed && working < mostConnections) {
            working++;
            workers.execute(this::work);
        }
    }

    private void work() {
        for (Lane lane = next(); lane != null; lane = next()) {
            push(lane);
        }
    }

    private synchronized @Nullable Lane next() {
        Lane lane = closed ? null : ready.poll();
        if (lane == null) {
            working--;
        }
        return lane;
    }

    private void push(Lane lane) {
        Updates.Update update = first(lane);
        Push push = Push.of(address, secret, update.json());
        if (push.isTaken()) {
            world.pushTaken(update.id(), push.body());
            goOn(lane);
            return;
        }
        lastErrorAt = world.now().getEpochSecond();
        lastError = push.status() == 0 ? "Connection failed" : "Wrong response from the webhook: " + push.status();
        Redelivery redelivery = world.settings.redelivery();
        if (++lane.failures >= redelivery.attempts()) {
            world.pushGivenUp(update.id());
            goOn(lane);
        } else {
            Duration asked = Duration.ofSeconds(push.retryAfter());
            Duration wait = redelivery.after(lane.failures);
            again(lane, wait.compareTo(asked) < 0 ? asked : wait);
        }
    }

    private synchronized Updates.Update first(Lane lane) {
        return lane.queue.element();
    }

    private synchronized void goOn(Lane lane) {
        lane.failures = 0;
        lane.queue.remove();
        if (lane.queue.isEmpty()) {
            lanes.remove(lane.name);
        } else {
            ready.add(lane);
        }
    }

    private synchronized void again(Lane lane, Duration wait) {
        if (!closed) {
            var unused = waits.schedule(() -> makeReady(lane), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Stops pushing; updates in flight may still be accepted. */
    @Override
    public synchronized void close() {
        closed = true;
        waits.shutdownNow();
        workers.shutdown();
    }
}
