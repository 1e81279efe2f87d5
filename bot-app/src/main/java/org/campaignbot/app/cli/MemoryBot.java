package org.campaignbot.app.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.memory.MemoryHeldFacts;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.memory.MemoryTimers;
import org.campaignbot.outcomes.CountHandler;
import org.campaignbot.outcomes.WrongNumberHandler;
import org.campaignbot.people.Language;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.Sender;
import org.campaignbot.subscriptions.SubscriptionHandler;
import org.campaignbot.timers.DueTimers;
import org.campaignbot.timers.TimerHandler;
import org.campaignbot.timers.Timers;
import org.campaignbot.update.UpdateJournal;
import org.campaignbot.update.UpdateProcessor;
import org.campaignbot.web.AnonymousPack;

/**
 * A bot whose conversations end with its process; settings and reports of wrong numbers are the database's, if there is one.
 *
 * @param updateProcessor takes what people say
 * @param due its reminders, to be checked every second or so
 */
record MemoryBot(UpdateProcessor updateProcessor, DueTimers due) {

    private static final int KEY_BYTES = 32;

    /**
     * A bot for a campaign that speaks through a channel; {@code report} takes what is wrong with the settings, in words. It knows no
     * organizers, so their desk isn't there.
     */
    static MemoryBot of(
            Campaign campaign,
            KeptChanges kept,
            Channel channel,
            Language locale,
            InstantSource clock,
            RandomGenerator seeds,
            UpdateJournal journal,
            Consumer<String> report) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        PersonHash hash = new PersonHash(key);
        Function<ConversationKey, String> person = conversation -> hash.of(conversation.person());
        Timers timers = new MemoryTimers();
        List<EffectHandler> handlers = new ArrayList<>(TimerHandler.over(timers));
        handlers.addAll(SubscriptionHandler.over(new MemorySubscriptions()));
        handlers.addAll(CountHandler.over(new MemoryTally(), person));
        handlers.addAll(WrongNumberHandler.over(kept.wrongNumbers(), person));
        MemoryStore store = new MemoryStore();
        UpdateProcessor updateProcessor = new UpdateProcessor(
                new LiveEngine(campaign.speaking(AnonymousPack.withoutDesk(campaign.pack())), kept, clock, report),
                campaign.pack().revision(),
                store,
                new MemoryHeldFacts(clock),
                new Sender(store, List.of(channel)),
                handlers,
                clock,
                seeds,
                journal);
        return new MemoryBot(updateProcessor, new DueTimers(timers, updateProcessor, person, locale, clock));
    }
}
