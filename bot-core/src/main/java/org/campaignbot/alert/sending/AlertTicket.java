package org.campaignbot.alert.sending;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies one outbox message of an alert: the alert, the recipient, and the attempt.
 *
 * <p>A message that was taken back and queued again is another one, so a late result of the first can't be mistaken for a
 * result of the second.
 *
 * @param alert the id of the alert
 * @param person the keyed hash of the recipient
 * @param round 0 for the first time
 */
public record AlertTicket(String alert, String person, int round) {

    private static final Pattern ID = Pattern.compile("alert/([^/]+)/([^/]+)(?:/([0-9]{1,6}))?");

    /** The id of the message, {@code alert/ALERT/PERSON}, followed by a number from the second time on. */
    public String id() {
        String id = "alert/" + alert + "/" + person;
        return round == 0 ? id : id + "/" + round;
    }

    /** Reads the ticket from a message's id; empty if it isn't an alert's. */
    public static Optional<AlertTicket> of(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(new AlertTicket(
                        parts.group(1), parts.group(2), parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }
}
