package org.campaignbot.app.serve;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.desk.AlertProgressMessages;
import org.campaignbot.alert.desk.DeskFilter;
import org.campaignbot.alert.desk.RoleNews;
import org.campaignbot.alert.reader.AlertFilter;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.organizers.OrganizerFilter;
import org.campaignbot.party.PartyBoard;
import org.campaignbot.party.PartyDesk;
import org.campaignbot.people.Language;
import org.campaignbot.people.PersonHash;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.Sender;
import org.campaignbot.storage.Database;
import org.campaignbot.timers.DueTimers;
import org.campaignbot.update.EffectExecutor;
import org.campaignbot.update.EffectResultPump;
import org.campaignbot.update.EffectResults;
import org.campaignbot.update.LostMessages;
import org.campaignbot.update.UpdateFilter;
import org.campaignbot.update.UpdateProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans that process turns, and that do the work around and after them. */
@Configuration(proxyBeanMethods = false)
@Import({
    Channels.class,
    ChosenLanguages.class,
    ConsoleLinks.class,
    Counts.class,
    EffectHandlers.class,
    Effects.class,
    Housekeeping.class,
    Pace.class,
    Jobs.class,
    Receiving.class,
    Recovery.class,
    RetentionTask.class,
    ServerJournal.class
})
class ConversationConfiguration {

    /** The language for a person who hasn't chosen one, on a platform that doesn't report one. */
    private static final Language LOCALE = Language.ENGLISH;

    @Bean
    EffectResults effectResults(Database database, Effects effects) {
        return effects.watching(database.answers());
    }

    /** What is looked up before a turn. */
    @Bean
    UpdateFilter updateFilter(Database database, RoleNews roleNews, InstantSource clock) {
        return new AlertFilter(
                new DeskFilter(
                        new OrganizerFilter(database.organizers(), database.blocks(), roleNews, clock),
                        database.organizers(),
                        database.deskChats()),
                database.alerts(),
                database.subscriptions(),
                clock);
    }

    @Bean
    UpdateProcessor reception(
            LiveEngine engine,
            Campaign campaign,
            Database database,
            Sender sender,
            DepartureListener departureListener,
            EffectHandlers handlers,
            Effects effects,
            UpdateFilter filter,
            ServerJournal journal,
            InstantSource clock) {
        UpdateProcessor updateProcessor = new UpdateProcessor(
                engine,
                campaign.pack().revision(),
                database.conversations(),
                database.heldFacts(),
                sender,
                handlers.all(),
                clock,
                new SecureRandom(),
                journal,
                new EffectExecutor(effects, database::inOneCommit),
                filter);
        departureListener.tell(updateProcessor::receive);
        return updateProcessor;
    }

    @Bean
    IngressJob intake(UpdateProcessor updateProcessor, WatchedJobs watchedJobs) {
        return new IngressJob(updateProcessor, watchedJobs.add("Intake", null));
    }

    @Bean
    DueTimers dueTimers(Database database, UpdateProcessor updateProcessor, InstantSource clock) {
        PersonHash hash = database.persons();
        return new DueTimers(
                database.timers(), updateProcessor, conversation -> hash.of(conversation.person()), LOCALE, clock);
    }

    @Bean
    PartyDesk partyDesk(Database database) {
        return new PartyDesk(database.parties());
    }

    @Bean
    EffectResultPump effectResultPump(EffectResults effectResults, UpdateProcessor updateProcessor) {
        return new EffectResultPump(effectResults, updateProcessor, LOCALE);
    }

    @Bean
    LostMessages unsaidMessages(Database database, UpdateProcessor updateProcessor) {
        return new LostMessages(database.conversations(), updateProcessor, LOCALE);
    }

    @Bean
    Housekeeping.Chore parties(PartyBoard partyBoard, Sender sender) {
        return new Housekeeping.Chore("Call parties", () -> drained(partyBoard.run(), sender));
    }

    @Bean
    Housekeeping.Chore desk(AlertProgressMessages alertProgressMessages, Sender sender) {
        return new Housekeeping.Chore("The alert desk", () -> drained(alertProgressMessages.run(), sender));
    }

    @Bean
    Housekeeping.Chore probing(Database database, Console console) {
        return new Housekeeping.Chore(
                "Looking whether the database can be written",
                () -> console.troubles().database(database.trouble()));
    }

    @Bean
    Housekeeping.Chore forgetting(UpdateProcessor updateProcessor, Database database, List<ServedPlatform> platforms) {
        IdleHeap heap = IdleHeap.ofThisProcess();
        return new Housekeeping.Chore("Forgetting what is over", () -> {
            heap.look();
            updateProcessor.dropExpired();
            database.dropExpired();
            platforms.forEach(each -> each.dropExpired().run());
        });
    }

    private static void drained(int messages, Sender sender) {
        if (messages > 0) {
            sender.drain();
        }
    }

    @Bean
    HourlyReport report(Counts counts, List<ServedPlatform> platforms) {
        return new HourlyReport(() -> {
            Map<String, Long> all = new HashMap<>(counts.all());
            platforms.forEach(each ->
                    each.counts().get().forEach((name, count) -> all.put(each.name() + "." + name, count)));
            return all;
        });
    }
}
