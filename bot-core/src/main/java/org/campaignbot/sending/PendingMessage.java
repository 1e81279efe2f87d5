package org.campaignbot.sending;

import java.time.Instant;
import java.util.List;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/** A message that this process has claimed, with its progress. */
final class PendingMessage {

    private final Instant since;
    private Outgoing outgoing;
    private Instant heldUntil;
    private Instant notBefore = Instant.MIN;
    private @Nullable List<Message> parts;
    private int next;
    private int unknowns;
    private boolean hasMoved;

    PendingMessage(Outbox.Claimed claimed) {
        this.outgoing = claimed.message();
        this.since = claimed.since();
        this.heldUntil = claimed.until();
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Lane lane() {
        return outgoing.lane();
    }

    Instant since() {
        return since;
    }

    Instant heldUntil() {
        return heldUntil;
    }

    void holdUntil(Instant until) {
        heldUntil = until;
    }

    /** The earliest time to try it again. */
    Instant notBefore() {
        return notBefore;
    }

    /** The part to send next, which fits the surface. */
    Message part(Surface surface) {
        if (parts == null) {
            parts = Fit.fit(outgoing.message(), surface);
        }
        return parts.get(next);
    }

    /** What the part to send next replaces. */
    @Nullable
    String replaces() {
        return next == 0 ? outgoing.replaces() : null;
    }

    /** Records that a part was sent, and returns whether it was the last. */
    boolean finishPart() {
        next++;
        unknowns = 0;
        return parts == null || next >= parts.size();
    }

    /** Records that the result of a part is unknown, and returns whether it may be sent once more. */
    boolean noteUnknown() {
        unknowns++;
        return unknowns == 1 && lane() != Lane.ALERT;
    }

    /** Whether some of it was or may have been sent. */
    boolean isBegun() {
        return next > 0 || unknowns > 0;
    }

    void waitUntil(Instant instant) {
        notBefore = instant;
    }

    /** Redirects it to the chat's new id; returns whether this is its first move. */
    boolean moveTo(String chat) {
        boolean first = !hasMoved;
        hasMoved = true;
        outgoing = outgoing.to(outgoing.to().in(chat));
        return first;
    }
}
