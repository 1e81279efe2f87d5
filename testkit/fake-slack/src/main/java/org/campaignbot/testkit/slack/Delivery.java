package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A delivery from Slack to the app, and its result. Thread-safe. */
public final class Delivery {

    public enum State {
        /** The app may still acknowledge it. */
        UNDER_WAY,
        /** The app acknowledged it. */
        TAKEN,
        /** The app never acknowledged it, and Slack stopped retrying. */
        GIVEN_UP,
        /** Slack doesn't send the app this kind here: no installation, scope or membership. */
        NOT_SENT
    }

    /**
     * One attempt.
     *
     * @param number 0 at first, then 1, 2, 3
     * @param reason why the previous one failed, or empty
     * @param status the HTTP status of the app's answer, or 0
     * @param failure why it failed, in Slack's words, or empty
     * @param body what the app answered
     */
    public record Attempt(int number, String reason, int status, String failure, String body) {}

    private final String type;
    private final String id;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.UNDER_WAY;

    Delivery(String type, String id) {
        this.type = type;
        this.id = id;
    }

    static Delivery notSent(String type) {
        Delivery delivery = new Delivery(type, "");
        delivery.state = State.NOT_SENT;
        return delivery;
    }

    /** The type of the event or interaction, or the command. */
    public String type() {
        return type;
    }

    /** The event's id, or the trigger's. */
    public String id() {
        return id;
    }

    /** The current state. */
    public synchronized State state() {
        return state;
    }

    /** The finished attempts. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    synchronized void tried(int number, String reason, Ack ack) {
        attempts.add(new Attempt(number, reason, ack.status(), ack.failure(), ack.body()));
        notifyAll();
    }

    synchronized void ends(State newState) {
        state = newState;
        notifyAll();
    }

    /**
     * Waits until the app has acknowledged it.
     *
     * @throws AssertionError if it hasn't by the deadline
     */
    public Delivery awaitTaken(Duration deadline) {
        return awaitState(State.TAKEN, deadline);
    }

    /**
     * Waits until Slack gives up.
     *
     * @throws AssertionError if it hasn't by the deadline
     */
    public Delivery awaitGivenUp(Duration deadline) {
        return awaitState(State.GIVEN_UP, deadline);
    }

    private synchronized Delivery awaitState(State wanted, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            while (state != wanted) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0 || state != State.UNDER_WAY) {
                    throw new AssertionError(type + " is " + state + " instead of " + wanted + " after " + attempts);
                }
                wait(millis);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", interrupted);
        }
        return this;
    }
}
