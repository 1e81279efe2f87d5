package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.conversation.ConversationKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message at the desk by which an organizer follows an alert, and what it showed last.
 *
 * @param id its name: that of the answer which the message tells
 * @param alert the id of the alert
 * @param chat where the organizer follows it
 * @param stage the stage that was told, to which the buttons below the message belong
 * @param message the platform's id of the message, or null while nobody knows that it has left
 * @param shown the stage and the figures on it, as one text
 * @param sending the name of an edit that is on its way, or null
 * @param at when it was told or last edited
 * @param version the number of its last change that was kept, 0 for none
 */
public record DeskCard(
        String id,
        String alert,
        ConversationKey chat,
        Alert.Stage stage,
        @Nullable String message,
        String shown,
        @Nullable String sending,
        Instant at,
        long version) {

    /** The shortest time between two edits; platforms slow down who edits a message more often than every few seconds. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    /** After this long nobody waits any more to hear what became of an edit, so that there may be another. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    /** A message that is about to be told. */
    static DeskCard of(String id, Alert alert, ConversationKey chat, String shown, Instant now) {
        return new DeskCard(id, alert.id(), chat, alert.stage(), null, shown, null, now, 0);
    }

    /** Whether an edit could leave now, if there is something new to show. */
    boolean isFree(Instant now) {
        return message != null && !now.isBefore(at.plus(sending == null ? PAUSE : ON_ITS_WAY));
    }

    /** Whether this is the message of an alert in a chat, whichever answer it tells. */
    boolean follows(String otherAlert, ConversationKey otherChat) {
        return alert.equals(otherAlert) && chat.equals(otherChat);
    }

    /** With an edit of this name on its way, which shows that. */
    DeskCard sending(String name, String present, Instant now) {
        return new DeskCard(id, alert, chat, stage, message, present, name, now, version);
    }

    /** After the message left under this id of the platform's. */
    DeskCard told(String as) {
        return new DeskCard(id, alert, chat, stage, as, shown, sending, at, version);
    }

    /** After an edit arrived. */
    DeskCard edited() {
        return new DeskCard(id, alert, chat, stage, message, shown, null, at, version);
    }

    /** After an edit of which nobody knows whether it arrived: what it showed is shown again. */
    DeskCard unsure() {
        return new DeskCard(id, alert, chat, stage, message, "", null, at, version);
    }

    /** The same under another version. */
    public DeskCard version(long number) {
        return new DeskCard(id, alert, chat, stage, message, shown, sending, at, number);
    }
}
