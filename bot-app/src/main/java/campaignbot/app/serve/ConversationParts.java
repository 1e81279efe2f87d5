package campaignbot.app.serve;

import campaignbot.alert.desk.AlarmChoice;
import campaignbot.alert.desk.AlertDeskHandler;
import campaignbot.alert.desk.DeskBoard;
import campaignbot.alert.desk.DeskGate;
import campaignbot.alert.desk.RoleNews;
import campaignbot.alert.reader.AlertGate;
import campaignbot.alert.reader.AlertHandler;
import campaignbot.alert.sending.RecipientParts;
import campaignbot.alert.sending.RecipientsHandler;
import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.watch.CommitTimes;
import campaignbot.app.watch.Jobs;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.EffectHandler;
import campaignbot.delivery.Channel;
import campaignbot.delivery.Sender;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.OrganizersGate;
import campaignbot.party.PartyBoard;
import campaignbot.party.PartyDesk;
import campaignbot.party.PartyHandler;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.PersonHash;
import campaignbot.reception.Aftermath;
import campaignbot.reception.Reception;
import campaignbot.reception.UnsaidMessages;
import campaignbot.reception.WaitingAnswers;
import campaignbot.storage.Database;
import campaignbot.storage.Serving;
import campaignbot.subscription.GroupNotice;
import campaignbot.subscription.GroupSubscriptions;
import campaignbot.subscription.SubscriptionHandler;
import campaignbot.tally.CountHandler;
import campaignbot.tally.WrongNumberHandler;
import campaignbot.timer.DueTimers;
import campaignbot.timer.TimerHandler;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes turns, and what is done besides and because of them. */
@Configuration(proxyBeanMethods = false)
class ConversationParts {

    /** The language for whoever has chosen none where no platform tells one either. */
    private static final Language LOCALE = Language.ENGLISH;

    @Bean
    Counts counts() {
        return new Counts();
    }

    @Bean
    Effects effects(Jobs jobs, Counts counts, Console console) {
        return new Effects(jobs.add("Effects", null), counts, console);
    }

    @Bean
    Reception reception(
            LiveEngine engine,
            Campaign campaign,
            Database database,
            CommitTimes commits,
            KeptChanges kept,
            Sender sender,
            Departures departures,
            ServerSettings settings,
            Effects effects,
            PartyDesk partyDesk,
            RecipientParts recipientParts,
            DeskEffects deskEffects,
            RoleNews roleNews,
            AlertDeskHandler.Reach reach,
            AlarmNews alarmNews,
            List<Channel> channels,
            Counts counts,
            Console console) {
        List<EffectHandler> handlers = handlers(engine, database, kept, partyDesk, channels, recipientParts);
        handlers.addAll(deskEffects.handlers());
        handlers.add(AlarmChoice.over(database.organizers(), reach, alarmNews::read));
        Reception reception = new Reception(
                engine,
                campaign.pack().revision(),
                commits,
                database.heldFacts(),
                sender,
                handlers,
                settings.clock(),
                new SecureRandom(),
                new ServerJournal(counts, console),
                new Aftermath(effects, database::inOneCommit),
                new AlertGate(
                        new DeskGate(
                                new OrganizersGate(
                                        database.organizers(), database.blocks(), roleNews, settings.clock()),
                                database.organizers(),
                                database.deskChats()),
                        database.alerts(),
                        database.subscriptions(),
                        settings.clock()));
        departures.tell(reception::receive);
        return reception;
    }

    @Bean
    Intake intake(Reception reception, Jobs jobs) {
        return new Intake(reception, jobs.add("Intake", null));
    }

    private static List<EffectHandler> handlers(
            LiveEngine engine,
            Database database,
            KeptChanges kept,
            PartyDesk partyDesk,
            List<Channel> channels,
            RecipientParts alertParts) {
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
        handlers.addAll(WrongNumberHandler.over(kept.wrongNumbers(), person));
        Organizers organizers = database.organizers();
        handlers.addAll(PartyHandler.over(
                partyDesk,
                database.answers(),
                database.persons()::of,
                database::nameOf,
                who -> organizers.of(who).isPresent()));
        return handlers;
    }

    /** The conversation with a group as a whole. */
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
    DueTimers dueTimers(Database database, Reception reception, ServerSettings settings) {
        return new DueTimers(database.timers(), reception, person(database), LOCALE, settings.clock());
    }

    @Bean
    PartyDesk partyDesk(Database database) {
        return new PartyDesk(database.parties());
    }

    @Bean
    WaitingAnswers waitingAnswers(Database database, Reception reception) {
        return new WaitingAnswers(database.answers(), reception, LOCALE);
    }

    @Bean
    UnsaidMessages unsaidMessages(Database database, Reception reception) {
        return new UnsaidMessages(database.conversations(), reception, LOCALE);
    }

    @Bean
    Upkeep upkeep(
            Serving.Begun serving,
            DueTimers dueTimers,
            UnsaidMessages unsaidMessages,
            WaitingAnswers waitingAnswers,
            PartyBoard partyBoard,
            DeskBoard deskBoard,
            Database database,
            Sender sender,
            List<PlatformMemory> platforms,
            Reception reception,
            HourlyReport report,
            Jobs jobs,
            Counts counts,
            Console console) {
        return new Upkeep(
                serving,
                dueTimers,
                unsaidMessages,
                waitingAnswers,
                List.of(
                        new Upkeep.Chore("Call parties", () -> drained(partyBoard.run(), sender)),
                        new Upkeep.Chore("The alert desk", () -> drained(deskBoard.run(), sender)),
                        new Upkeep.Chore(
                                "Looking whether the database can be written",
                                () -> console.troubles().database(database.trouble())),
                        new Upkeep.Chore("Forgetting what is over", () -> {
                            reception.dropExpired();
                            database.dropExpired();
                            platforms.forEach(each -> each.dropExpired().run());
                        })),
                reception,
                report,
                jobs,
                counts,
                console);
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

    @Bean
    Cleaning cleaning(
            Database database,
            LiveEngine engine,
            KeptChanges kept,
            ServerSettings settings,
            Jobs jobs,
            Console console) {
        return new Cleaning(database, engine, kept.settings(), settings.clock(), jobs.add("Cleaning", null), console);
    }
}
