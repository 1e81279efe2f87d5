package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What a fault does to a call. */
sealed interface Effect {

    /** The call isn't processed and gets an error. */
    record Refuse(String error) implements Effect {}

    /**
     * The call isn't processed and is rate limited.
     *
     * @param seconds the value of {@code Retry-After}
     * @param everywhere whether the limit applies to the method in the whole workspace, not only to the call's channel
     */
    record Limit(int seconds, boolean everywhere) implements Effect {}

    /** The call isn't processed; something other than the API answers. */
    record Page(int status, String html) implements Effect {}

    /** The call isn't processed and the connection closes without an answer. */
    record CloseUnprocessed() implements Effect {}

    /** The call is processed and the connection closes without an answer. */
    record LoseAnswer() implements Effect {}

    /** The call is processed and the answer is cut off in the middle. */
    record CutAnswer() implements Effect {}

    /** The call is processed and gets a different body with status 200. */
    record Replace(String body) implements Effect {}

    /** The call is processed and the answer is held until released. */
    record Hold(CountDownLatch let) implements Effect {}

    /** The call is processed and the answer is delayed. */
    record Delay(Duration time) implements Effect {}

    /** Releases the answers that it holds. */
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
