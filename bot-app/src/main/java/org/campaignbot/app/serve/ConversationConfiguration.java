package org.campaignbot.app.serve;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.campaignbot.alert.desk.AlarmChoice;
import org.campaignbot.alert.desk.AlertEffectHandler;
import org.campaignbot.alert.desk.AlertProgressMessages;
import org.campaignbot.alert.desk.DeskFilter;
import org.campaignbot.alert.desk.RoleNews;
import org.campaignbot.alert.reader.AlertFilter;
import org.campaignbot.alert.reader.AlertHandler;
import org.campaignbot.alert.sending.AlertActions;
import org.campaignbot.alert.sending.RecipientsHandler;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.CommitTimes;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.organizers.OrganizerFilter;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.CountHandler;
import org.campaignbot.outcomes.WrongNumberHandler;
import org.campaignbot.party.PartyBoard;
import org.campaignbot.party.PartyDesk;
import org.campaignbot.party.PartyHandler;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.Sender;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.ServingLock;
import org.campaignbot.subscriptions.GroupNotice;
import org.campaignbot.subscriptions.GroupSubscriptions;
import org.campaignbot.subscriptions.SubscriptionHandler;
import org.campaignbot.timers.DueTimers;
import org.campaignbot.timers.TimerHandler;
import org.campaignbot.update.EffectExecutor;
import org.campaignbot.update.EffectResultPump;
import org.campaignbot.update.EffectResults;
import org.campaignbot.update.LostMessages;
import org.campaignbot.update.UpdateProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans that process turns, and that do the work around and after them. */
@Configuration(proxyBeanMethods = false)
@Import({Counts.class, Effects.class, Jobs.class, Receiving.class, Recovery.class, RetentionTask.class})
class ConversationConfiguration {

    /** The language for a person who hasn't chosen one, on a platform that doesn't report one. */
    private static final Language LOCALE = Language.ENGLISH;

    @Bean
    EffectResults effectResults(Database database, Effects effects) {
        return effects.watching(database.answers());
    }

    @Bean
    UpdateProcessor reception(
            LiveEngine engine,
            Campaign campaign,
            Database database,
            CommitTimes commits,
            Sender sender,
            DepartureListener departureListener,
            ServerSettings settings,
            Effects effects,
            EffectResults effectResults,
            PartyDesk partyDesk,
            AlertActions alertActions,
            DeskEffects deskEffects,
            RoleNews roleNews,
            AlertEffectHandler.Reach reach,
            AlarmNews alarmNews,
            List<Channel> channels,
            Counts counts,
            Console console) {
        List<EffectHandler> handlers = handlers(engine, database, partyDesk, effectResults, channels, alertActions);
        handlers.addAll(deskEffects.handlers());
        handlers.add(AlarmChoice.over(database.organizers(), reach, alarmNews::read));
        UpdateProcessor updateProcessor = new UpdateProcessor(
                engine,
                campaign.pack().revision(),
                commits,
                database.heldFacts(),
                sender,
                handlers,
                settings.clock(),
                new SecureRandom(),
                new ServerJournal(counts, console),
                new EffectExecutor(effects, database::inOneCommit),
                new AlertFilter(
                        new DeskFilter(
                                new OrganizerFilter(
                                        database.organizers(), database.blocks(), roleNews, settings.clock()),
                                database.organizers(),
                                database.deskChats()),
                        database.alerts(),
                        database.subscriptions(),
                        settings.clock()));
        departureListener.tell(updateProcessor::receive);
        return updateProcessor;
    }

    @Bean
    IngressJob intake(UpdateProcessor updateProcessor, WatchedJobs watchedJobs) {
        return new IngressJob(updateProcessor, watchedJobs.add("Intake", null));
    }

    private static List<EffectHandler> handlers(
            LiveEngine engine,
            Database database,
            PartyDesk partyDesk,
            EffectResults effectResults,
            List<Channel> channels,
            AlertActions alertParts) {
        Function<ConversationKey, String> person = person(database);
        List<EffectHandler> handlers = new ArrayList<>(TimerHandler.over(database.timers()));
        handlers.addAll(SubscriptionHandler.over(database.subscriptions()));
        handlers.addAll(GroupSubscriptions.over(
                database.subscriptions(),
                address -> group(channels, address),
                new GroupNotice(engine),
                database.outbox()));
        handlers.addAll(RecipientsHandler.over(database.recipients(), address -> group(channels, address)));
        handlers.addAll(AlertHandler.over(alertParts));
        handlers.addAll(CountHandler.over(database.tally(), person));
        handlers.addAll(WrongNumberHandler.over(database.wrongNumbers(), person));
        Organizers organizers = database.organizers();
        handlers.addAll(PartyHandler.over(
                partyDesk,
                effectResults,
                database.persons()::of,
                database::nameOf,
                who -> organizers.of(who).isPresent()));
        return handlers;
    }

    /** The conversation with a whole group. */
    private static Optional<ConversationKey> group(List<Channel> channels, Address address) {
        return channels.stream()
                .filter(channel -> channel.name().equals(address.channel()) && channel.isGroup(address))
                .findFirst()
                .map(channel -> new ConversationKey(address.wholeChat(), channel.everyone(address.wholeChat())));
    }

    private static Function<ConversationKey, String> person(Database database) {
        PersonHash hash = database.persons();
        return conversation -> hash.of(conversation.person());
    }

    @Bean
    DueTimers dueTimers(Database database, UpdateProcessor updateProcessor, ServerSettings settings) {
        return new DueTimers(database.timers(), updateProcessor, person(database), LOCALE, settings.clock());
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
    Housekeeping upkeep(
            ServingLock.Begun serving,
            DueTimers dueTimers,
            LostMessages lostMessages,
            EffectResultPump effectResultPump,
            Effects effects,
            PartyBoard partyBoard,
            AlertProgressMessages alertProgressMessages,
            Database database,
            Sender sender,
            List<PlatformMemory> platforms,
            UpdateProcessor updateProcessor,
            HourlyReport report,
            Jobs jobs,
            WatchedJobs watchedJobs,
            Counts counts,
            Console console,
            Server.Stop stop) {
        return new Housekeeping(
                serving,
                dueTimers,
                lostMessages,
                effectResultPump,
                effects,
                List.of(
                        new Housekeeping.Chore("Call parties", () -> drained(partyBoard.run(), sender)),
                        new Housekeeping.Chore("The alert desk", () -> drained(alertProgressMessages.run(), sender)),
                        new Housekeeping.Chore(
                                "Looking whether the database can be written",
                                () -> console.troubles().database(database.trouble())),
                        new Housekeeping.Chore("Forgetting what is over", () -> {
                            updateProcessor.dropExpired();
                            database.dropExpired();
                            platforms.forEach(each -> each.dropExpired().run());
                        })),
                updateProcessor,
                report,
                jobs,
                watchedJobs,
                counts,
                console,
                stop);
    }

    private static void drained(int messages, Sender sender) {
        if (messages > 0) {
            sender.drain();
        }
    }

    @Bean
    HourlyReport report(Counts counts, List<PlatformCounts> platforms) {
        return new HourlyReport(() -> {
            Map<String, Long> all = new HashMap<>(counts.all());
            platforms.forEach(each ->
                    each.counts().get().forEach((name, count) -> all.put(each.platform() + "." + name, count)));
            return all;
        });
    }
}
