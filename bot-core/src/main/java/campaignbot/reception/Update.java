package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrived from a platform.
 *
 * @param id the platform's id of it, unique in its channel and account, by which a repeat is known
 * @param conversation whose it is
 * @param event what the person did
 * @param locale the platform's language for the person
 * @param deepLinks what a link into this bot begins with, as {@code https://t.me/some_bot?start=}; null where there are none
 */
public record Update(
        String id,
        ConversationKey conversation,
        Event event,
        Language locale,
        @Nullable String deepLinks) {

    /** An update of a platform that has no links into a bot. */
    public Update(String id, ConversationKey conversation, Event event, Language locale) {
        this(id, conversation, event, locale, null);
    }
}
