package org.campaignbot.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of a send, in terms that all platforms share; no reason contains words of the message or an id. */
public sealed interface SendOutcome {

    /**
     * The platform accepted it.
     *
     * @param message the platform's id for it, which lets a later message replace it; null if it gave none
     */
    record Sent(@Nullable String message) implements SendOutcome {
        /** It was accepted, and can't be replaced. */
        public Sent() {
            this(null);
        }
    }

    /**
     * The platform didn't accept it and wants us to wait, or couldn't be reached at all; it is retried.
     *
     * @param atLeast how long to wait
     * @param scope what has to wait
     */
    record Wait(Duration atLeast, Scope scope) implements SendOutcome {}

    /** The chat can't be written to any more: the person blocked or removed the bot, or is no longer there. */
    record Gone(String why) implements SendOutcome {}

    /** The chat has a new id, for example because a group became a supergroup; the message wasn't accepted. */
    record Moved(String chat) implements SendOutcome {}

    /** We don't know whether it arrived: the connection broke, or the platform failed, after it was sent. */
    record Unknown(String why) implements SendOutcome {}

    /** The platform will never accept it; {@code why} is its reason. */
    record Refused(String why) implements SendOutcome {}

    /** What has to wait. */
    enum Scope {
        /** Only this chat. */
        CHAT,
        /** The whole account. */
        ACCOUNT
    }
}
