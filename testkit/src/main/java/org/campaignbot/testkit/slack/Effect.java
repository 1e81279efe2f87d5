package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What a fault does to a call. */
sealed interface Effect {

    /** The call is not processed and refused with an error. */
    record Refuse(String error) implements Effect {}

    /**
     * The call is not processed and told to wait.
     *
     * @param seconds what {@code Retry-After} says
     * @param everywhere whether the wait holds for the method in the whole workspace, not for the channel of the call alone
     */
    record Limit(int seconds, boolean everywhere) implements Effect {}

    /** The call is not processed; something that is not the API answers. */
    record Page(int status, String html) implements Effect {}

    /** The call is not processed and the connection closed without a word. */
    record CloseUnprocessed() implements Effect {}

    /** The call is processed and the connection closed without a word. */
    record LoseAnswer() implements Effect {}

    /** The call is processed and the answer breaks off in the middle. */
    record CutAnswer() implements Effect {}

    /** The call is processed and something else answered with status 200. */
    record Replace(String body) implements Effect {}

    /** The call is processed and the answer waits until it is let go. */
    record Hold(CountDownLatch let) implements Effect {}

    /** The call is processed and the answer waits for a time. */
    record Delay(Duration time) implements Effect {}

    /** Lets the answers go that it holds. */
    default void letGo() {
        if (this instanceof Hold hold) {
            hold.let().countDown();
        }
    }

    default boolean processes() {
        return !(this instanceof Refuse
                || this instanceof Limit
                || this instanceof Page
                || this instanceof CloseUnprocessed);
    }
}
