package campaignbot.alert.desk;

import campaignbot.conversation.ConversationKey;
import java.util.List;

/**
 * Keeps in which chats of their own organizers are at the alert desk, so that another one's alert can be put before them there.
 *
 * <p>Whoever never came to the desk cannot be written to, since of a sign-in only a hash is kept.
 */
public interface DeskChats {

    /**
     * Notes that an organizer came to the desk in a chat; a chat is the desk of whoever came there last.
     *
     * @param organizer the id of their record
     */
    void note(String organizer, ConversationKey chat);

    /** The chats in which an organizer came to the desk, in no order. */
    List<ConversationKey> of(String organizer);

    /** Notes whether an organizer wants to be told of the server's troubles; nothing happens where they have no chat here. */
    void setAlarms(String organizer, boolean wanted);

    /** Whether an organizer wants that; it ends with the last of the chats in which it was chosen. */
    boolean wantsAlarms(String organizer);

    /** Forgets a chat; it is no error if it is none. */
    void forget(ConversationKey chat);
}
