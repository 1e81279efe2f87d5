package org.campaignbot.testkit.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What a fault does to a call. */
sealed interface Effect {

    /**
     * The call is not processed and refused.
     *
     * @param everyone whether a wait that is told holds for all chats, not for that of the call alone
     */
    record Refuse(Answer.Refused answer, boolean everyone) implements Effect {}

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
        return !(this instanceof Refuse || this instanceof Page || this instanceof CloseUnprocessed);
    }
}
