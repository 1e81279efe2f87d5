package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.people.Language;

/**
 * Something that arrived from a platform.
 *
 * @param id the platform's id of it, unique in its channel and account, by which a repeat is known
 * @param conversation whose it is
 * @param event what the person did
 * @param locale the platform's language for the person
 */
public record Update(String id, ConversationKey conversation, Event event, Language locale) {}
