package org.campaignbot.web;

import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;
import org.campaignbot.update.Update;

/** The bot behind the chats: it keeps their conversations in memory, and answers through the {@link WebChannel}. Thread-safe. */
public interface ChatEngine {

    /** Takes what a person did; when it returns, the answer has been sent to the channel. */
    void receive(Update update);

    /** Whether anything is known about a conversation; nothing is before its first turn, and after it was forgotten. */
    boolean remembers(ConversationKey conversation);

    /** The language that the person chose in the chat; empty if they left it to the browser. */
    Optional<Language> language(ConversationKey conversation);

    /** Drops everything about a conversation. */
    void forget(ConversationKey conversation);

    /** Drops expired entries. */
    void dropExpired();
}
