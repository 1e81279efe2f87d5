package campaignbot.alert.sending;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names the question on its way whether alerts are still wanted, so that whoever lets messages leave knows how long it may.
 *
 * @param ref the subscription
 * @param asked when it was noted that the person is asked, to the millisecond
 * @param until the end of their good hours, to the millisecond: from then on the question does not leave
 */
record StillTicket(String ref, Instant asked, Instant until) {

    private static final Pattern ID = Pattern.compile("alerts-still/([^/]+)/([0-9]{1,15})/([0-9]{1,15})");

    /** The id of the message. */
    String id() {
        return "alerts-still/" + ref + "/" + asked.toEpochMilli() + "/" + until.toEpochMilli();
    }

    /** The ticket of a message, by its id; empty where it is no such question. */
    static Optional<StillTicket> of(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(new StillTicket(parts.group(1), millis(parts.group(2)), millis(parts.group(3))))
                : Optional.empty();
    }

    private static Instant millis(String digits) {
        return Instant.ofEpochMilli(Long.parseLong(digits));
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
