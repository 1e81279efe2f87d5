package campaignbot.alert.desk;

import campaignbot.conversation.ConversationKey;
import java.util.List;
import java.util.Optional;

/** Keeps by which messages organizers follow alerts, until each alert has come to its end. */
public interface DeskCards {

    /** A message by its name. */
    Optional<DeskCard> find(String id);

    /** All of them, in no order; they are as many as organizers look at alerts under way. */
    List<DeskCard> all();

    /**
     * Keeps a message as it is now, under the next version.
     *
     * @return false where nothing was kept, because it changed meanwhile, or of a new one because it is there already
     */
    boolean save(DeskCard card);

    /** Follows by a message no longer; it is no error if nobody did. */
    void drop(String id);

    /** Drops all messages of a chat. */
    void forget(ConversationKey chat);
}
