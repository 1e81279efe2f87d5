package campaignbot.app;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.LiveEngine;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.EffectHandler;
import campaignbot.delivery.Channel;
import campaignbot.delivery.Sender;
import campaignbot.memory.MemoryHeldFacts;
import campaignbot.memory.MemoryStore;
import campaignbot.memory.MemorySubscriptions;
import campaignbot.memory.MemoryTally;
import campaignbot.memory.MemoryTimers;
import campaignbot.people.Language;
import campaignbot.people.PersonHash;
import campaignbot.reception.Reception;
import campaignbot.subscription.SubscriptionHandler;
import campaignbot.tally.CountHandler;
import campaignbot.tally.WrongNumberHandler;
import campaignbot.timer.DueTimers;
import campaignbot.timer.TimerHandler;
import campaignbot.timer.Timers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A bot whose conversations end with its process; only settings and reports of wrong numbers are kept.
 *
 * @param reception where what people say goes
 * @param due its reminders, to be looked for every second or so
 */
record MemoryBot(Reception reception, DueTimers due) {

    private static final int KEY_BYTES = 32;

    /** A bot for a campaign that speaks through a channel; {@code report} takes what is wrong with what is kept, in words. */
    static MemoryBot of(
            Campaign campaign,
            KeptChanges kept,
            Channel channel,
            Language locale,
            InstantSource clock,
            RandomGenerator seeds,
            Reception.Journal journal,
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
        Reception reception = new Reception(
                new LiveEngine(campaign, kept.settings(), clock, report),
                campaign.pack().revision(),
                store,
                new MemoryHeldFacts(clock),
                new Sender(store, List.of(channel)),
                handlers,
                clock,
                seeds,
                journal);
        return new MemoryBot(reception, new DueTimers(timers, reception, person, locale, clock));
    }
}
