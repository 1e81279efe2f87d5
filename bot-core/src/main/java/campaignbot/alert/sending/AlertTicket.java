package campaignbot.alert.sending;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names a message of an alert on its way: the alert, the recipient, and which time it was handed to the outbox.
 *
 * <p>A message that was taken back and goes out later is another one, so that no late word about the first can be taken for a word about it.
 *
 * @param alert the id of the alert
 * @param person the keyed hash of the recipient
 * @param round 0 for the first time
 */
public record AlertTicket(String alert, String person, int round) {

    private static final Pattern ID = Pattern.compile("alert/([^/]+)/([^/]+)(?:/([0-9]{1,6}))?");

    /** The id of the message, {@code alert/ALERT/PERSON}, and a number behind it from the second time on. */
    public String id() {
        String id = "alert/" + alert + "/" + person;
        return round == 0 ? id : id + "/" + round;
    }

    /** The ticket of a message, by its id; empty where it is no alert's. */
    public static Optional<AlertTicket> of(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(new AlertTicket(
                        parts.group(1), parts.group(2), parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }
}
