package org.campaignbot.testkit.fake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a fault does to a call; a platform adds its own refusals. */
public interface Effect {

    /** The longest time an answer is held. */
    int LONGEST_HOLD_SECONDS = 60;

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

    /** Whether the call is carried out all the same. */
    default boolean processes() {
        return !(this instanceof Page || this instanceof CloseUnprocessed);
    }

    /** Releases the answers that it holds. */
    default void letGo() {
        if (this instanceof Hold hold) {
            hold.let().countDown();
        }
    }

    /**
     * Keeps the answer back as long as the fault says.
     *
     * @throws IllegalStateException if an answer was held and never let go
     */
    default void pause() {
        try {
            if (this instanceof Hold hold && !hold.let().await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("an answer was held and never let go");
            }
            if (this instanceof Delay delay) {
                TimeUnit.NANOSECONDS.sleep(delay.time().toNanos());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
