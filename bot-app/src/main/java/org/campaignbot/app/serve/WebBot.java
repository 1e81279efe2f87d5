package org.campaignbot.app.serve;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.State;
import org.campaignbot.directory.Directory;
import org.campaignbot.memory.MemoryHeldFacts;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Sender;
import org.campaignbot.settings.Settings;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateJournal;
import org.campaignbot.update.UpdateProcessor;
import org.campaignbot.web.AnonymousPack;
import org.campaignbot.web.ChatEngine;
import org.campaignbot.web.WebChannel;

/**
 * The bot for chats on the web: the same engine, over conversations in memory. Outside the chat it does only what its handlers do;
 * nothing is passed on or sent later.
 */
final class WebBot implements ChatEngine {

    private final MemoryStore store;
    private final MemoryHeldFacts held;
    private final UpdateProcessor updateProcessor;

    WebBot(
            Campaign campaign,
            Supplier<Directory> directory,
            Settings settings,
            WebChannel channel,
            List<EffectHandler> handlers,
            InstantSource clock,
            UpdateJournal journal) {
        Campaign anonymous = new Campaign(
                AnonymousPack.of(campaign.pack()),
                Campaign.vocabulary(directory),
                campaign.questions(),
                campaign.turnsAMinute());
        // Messages age by the machine's clock there, as they do for the sender.
        this.store = new MemoryStore();
        this.held = new MemoryHeldFacts(clock);
        this.updateProcessor = new UpdateProcessor(
                // The server's own engine reports what is wrong with the settings.
                new LiveEngine(anonymous, settings, clock, trouble -> {}),
                campaign.pack().revision(),
                store,
                held,
                new Sender(store, List.of(channel)),
                handlers,
                clock,
                new SecureRandom(),
                journal);
    }

    @Override
    public void receive(Update update) {
        updateProcessor.receive(List.of(update));
    }

    @Override
    public boolean remembers(ConversationKey conversation) {
        return saved(conversation).isPresent();
    }

    @Override
    public Optional<Language> language(ConversationKey conversation) {
        return saved(conversation).flatMap(State::language);
    }

    private Optional<State> saved(ConversationKey conversation) {
        return Optional.ofNullable(store.load(List.of(conversation)).get(conversation))
                .map(Saved::state);
    }

    @Override
    public void forget(ConversationKey conversation) {
        store.forget(conversation);
        held.hold(conversation, Map.of());
    }

    @Override
    public void dropExpired() {
        updateProcessor.dropExpired();
    }
}
