package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.campaignbot.testkit.fake.Daemons;
import org.jspecify.annotations.Nullable;

/** Deliveries to the app over its chosen transport; events are retried if the app didn't acknowledge them. */
final class Deliveries implements AutoCloseable {

    private final World world;
    private final ScheduledExecutorService waits =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("fake-slack-retry"));
    private volatile @Nullable Carrier carrier;
    private int underWay;
    private long taken;

    Deliveries(World world) {
        this.world = world;
    }

    void by(@Nullable Carrier newCarrier) {
        carrier = newCarrier;
    }

    /** How many deliveries are pending; the world's lock is held. */
    int underWay() {
        return underWay;
    }

    /** How many were acknowledged; the world's lock is held. */
    long taken() {
        return taken;
    }

    /**
     * Starts a delivery; the world's lock is held.
     *
     * @param done called at the end with the result, under the world's lock
     */
    Delivery send(Parcel parcel, String type, String id, Consumer<Ack> done) {
        underWay++;
        Delivery delivery = new Delivery(type, id);
        attempt(new Sending(parcel, delivery, done), 0, "");
        return delivery;
    }

    private record Sending(Parcel parcel, Delivery delivery, Consumer<Ack> done) {}

    private void attempt(Sending sending, int number, String reason) {
        Carrier way = carrier;
        if (way == null) {
            schedule(() -> ended(sending, number, reason, Ack.failed("connection_failed")), Duration.ZERO);
        } else {
            way.carry(sending.parcel, number, reason, ack -> ended(sending, number, reason, ack));
        }
    }

    private void ended(Sending sending, int number, String reason, Ack ack) {
        sending.delivery.tried(number, reason, ack);
        List<Duration> further = world.settings.retries().waits();
        boolean again = !ack.isTaken()
                && sending.parcel.kind() == Parcel.Kind.EVENTS_API
                && !ack.noRetry()
                && number < further.size();
        if (again) {
            schedule(() -> attempt(sending, number + 1, ack.failure()), further.get(number));
            return;
        }
        boolean unused = world.locked(() -> {
            underWay--;
            taken += ack.isTaken() ? 1 : 0;
            sending.done.accept(ack);
            world.log.signal();
            return true;
        });
        sending.delivery.ends(ack.isTaken() ? Delivery.State.TAKEN : Delivery.State.GIVEN_UP);
    }

    private void schedule(Runnable work, Duration wait) {
        try {
            var unused = waits.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The fake is closing: nobody waits for this delivery any more.
        }
    }

    @Override
    public void close() {
        waits.shutdownNow();
    }
}
