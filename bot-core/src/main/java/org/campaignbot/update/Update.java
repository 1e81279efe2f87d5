package org.campaignbot.update;

import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;

/**
 * Something that arrived from a platform.
 *
 * @param id the platform's id for it, unique in its channel and account, which identifies repeats
 * @param conversation whose it is
 * @param event what the person did
 * @param locale the platform's language for the person
 * @param origin where it came from
 */
public record Update(String id, ConversationKey conversation, Event event, Language locale, Origin origin) {

    /** The same update with another event. */
    Update with(Event other) {
        return other.equals(event) ? this : new Update(id, conversation, other, locale, origin);
    }

    /** The same update in the person's private conversation. */
    Update inPrivate(ConversationKey privately) {
        Origin alone = new Origin(false, null, null, null, null, origin.standing());
        return new Update(id, privately, event, locale, alone);
    }

    /** An update in a private chat, if the platform says nothing more. */
    public Update(String id, ConversationKey conversation, Event event, Language locale) {
        this(id, conversation, event, locale, Origin.PRIVATE);
    }
}
