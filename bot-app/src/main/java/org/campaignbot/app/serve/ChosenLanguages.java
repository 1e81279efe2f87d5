package org.campaignbot.app.serve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.update.ConversationStore;

/** The language that was chosen in a conversation; empty if none was. */
final class ChosenLanguages implements Function<ConversationKey, Optional<Language>> {

    private final ConversationStore conversations;

    ChosenLanguages(Database database) {
        this.conversations = database.conversations();
    }

    @Override
    public Optional<Language> apply(ConversationKey conversation) {
        return Optional.ofNullable(conversations.load(List.of(conversation)).get(conversation))
                .flatMap(saved -> saved.state().language());
    }
}
