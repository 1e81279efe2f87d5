package org.campaignbot.slack.home;

import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;

/** Decides what the Home tab shows about a conversation, as currently committed; thread-safe. */
@FunctionalInterface
public interface HomeView {

    /** For a bot without a Home tab. */
    HomeView NONE = (own, locale) -> Optional.empty();

    /**
     * The content of a person's Home tab.
     *
     * @param own the conversation between the bot and them
     * @param locale their language in Slack, used if they haven't chosen another
     * @return the content; empty to leave the tab as it is
     */
    Optional<HomeContent> of(ConversationKey own, Language locale);
}
