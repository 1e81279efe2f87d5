package campaignbot.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a send, in terms that every platform shares; no reason holds a word of the message or an id. */
public sealed interface SendOutcome {

    /**
     * The platform took it.
     *
     * @param message the platform's id of it, by which a later message may take its place; null where it told none
     */
    record Sent(@Nullable String message) implements SendOutcome {
        /** It was taken, and cannot be replaced. */
        public Sent() {
            this(null);
        }
    }

    /**
     * The platform did not take it and wants to be left alone for a while, or could not be reached at all; it is tried again.
     *
     * @param atLeast how long to wait
     * @param scope what has to wait
     */
    record Wait(Duration atLeast, Scope scope) implements SendOutcome {}

    /** The chat can be written to no more: the person blocked or removed the bot, or is no longer there. */
    record Gone(String why) implements SendOutcome {}

    /** The chat goes on under another id, as when a group becomes a supergroup; the message was not taken. */
    record Moved(String chat) implements SendOutcome {}

    /** Nobody knows whether it arrived: the connection broke, or the platform failed, after it was sent. */
    record Unknown(String why) implements SendOutcome {}

    /** The platform will never take it; {@code why} is its reason. */
    record Refused(String why) implements SendOutcome {}

    /** What has to wait. */
    enum Scope {
        /** This chat alone. */
        CHAT,
        /** Everything of the account. */
        ACCOUNT
    }
}
