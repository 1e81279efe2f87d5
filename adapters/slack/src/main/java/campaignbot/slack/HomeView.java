package campaignbot.slack;

import campaignbot.conversation.ConversationKey;
import campaignbot.people.Language;
import java.util.Optional;

/** Tells what the Home tab shows of a conversation, as it is committed now; safe for use by several threads. */
@FunctionalInterface
public interface HomeView {

    /** For a bot without a Home tab. */
    HomeView NONE = (own, locale) -> Optional.empty();

    /**
     * What a person's Home tab shows.
     *
     * @param own the conversation between the bot and them
     * @param locale the language that they have set in Slack, for whoever has not chosen another
     * @return what is shown; empty where nothing is, and what is there stays
     */
    Optional<HomeContent> of(ConversationKey own, Language locale);
}
