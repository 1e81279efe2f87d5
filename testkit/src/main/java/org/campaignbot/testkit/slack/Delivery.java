package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Something that Slack delivers to the app, and what became of it. Safe for use by several threads. */
public final class Delivery {

    /** How far it is. */
    public enum State {
        /** The app may still take it. */
        UNDER_WAY,
        /** The app took it. */
        TAKEN,
        /** The app never took it, and Slack tries no more. */
        GIVEN_UP,
        /** Slack sends the app nothing of this kind here: no installation, no scope, no membership. */
        NOT_SENT
    }

    /**
     * One attempt.
     *
     * @param number 0 at first, then 1, 2, 3
     * @param reason why the one before failed, or nothing
     * @param status the HTTP status that the app answered, or 0
     * @param failure why it failed, in Slack's words, or nothing
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

    /** What it is: the type of the event or interaction, or the command. */
    public String type() {
        return type;
    }

    /** The event's id, or the trigger's. */
    public String id() {
        return id;
    }

    /** How far it is. */
    public synchronized State state() {
        return state;
    }

    /** The attempts that have ended. */
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
     * Waits until the app has taken it.
     *
     * @throws AssertionError where it has not by the deadline
     */
    public Delivery awaitTaken(Duration deadline) {
        return awaitState(State.TAKEN, deadline);
    }

    /**
     * Waits until it is given up.
     *
     * @throws AssertionError where it is not by the deadline
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
