package org.campaignbot.alert.sending;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the question whether alerts are still wanted in the outbox, so that the sender knows until when it may leave.
 *
 * @param ref the subscription
 * @param asked when the question was recorded, to the millisecond
 * @param until the end of their good hours, to the millisecond: from then on the question isn't sent
 */
record StillTicket(String ref, Instant asked, Instant until) {

    private static final Pattern ID = Pattern.compile("alerts-still/([^/]+)/([0-9]{1,15})/([0-9]{1,15})");

    /** The id of the message. */
    String id() {
        return "alerts-still/" + ref + "/" + asked.toEpochMilli() + "/" + until.toEpochMilli();
    }

    /** Reads the ticket from a message's id; empty if it isn't such a question. */
    static Optional<StillTicket> of(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(new StillTicket(parts.group(1), millis(parts.group(2)), millis(parts.group(3))))
                : Optional.empty();
    }

    private static Instant millis(String digits) {
        return Instant.ofEpochMilli(Long.parseLong(digits));
    }

    /** {@link DeliveryStatus#EXPIRED} for a question whose reader's good hours are over, else null. */
    static @Nullable DeliveryStatus denied(Outgoing message, Instant now) {
        return of(message.id())
                .filter(question -> !now.isBefore(question.until))
                .map(question -> DeliveryStatus.EXPIRED)
                .orElse(null);
    }
}
