package org.campaignbot.app.serve;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.campaignbot.alert.desk.AlarmChoice;
import org.campaignbot.alert.desk.AlertEffectHandler;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.ConsoleDesk;
import org.campaignbot.alert.desk.DeskPreviews;
import org.campaignbot.alert.desk.DeskTotals;
import org.campaignbot.alert.desk.NumberDesk;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.alert.desk.TestGroup;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.alert.reader.AlertHandler;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.sending.AlertActions;
import org.campaignbot.alert.sending.RecipientsHandler;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.CountHandler;
import org.campaignbot.outcomes.WrongNumberHandler;
import org.campaignbot.party.PartyDesk;
import org.campaignbot.party.PartyHandler;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Sender;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.Database;
import org.campaignbot.subscriptions.GroupNotice;
import org.campaignbot.subscriptions.GroupSubscriptions;
import org.campaignbot.subscriptions.SubscriptionHandler;
import org.campaignbot.timers.TimerHandler;

/** The handlers of what a turn can have an effect on. */
final class EffectHandlers {

    private final List<EffectHandler> all;

    EffectHandlers(
            LiveEngine engine,
            Database database,
            Sender sender,
            Channels channels,
            PartyDesk partyDesk,
            AlertActions alertActions,
            AlertService alertService,
            AlertMessages alertMessages,
            OrganizerNotifier.Reach reach,
            AlarmNews alarmNews,
            TableRefresh tableRefresh,
            Settings organizerSettings,
            ContentLoading contentLoading,
            ConsoleLinks consoleLinks,
            ChosenLanguages languages,
            InstantSource clock) {
        PersonHash hash = database.persons();
        Function<ConversationKey, String> person = conversation -> hash.of(conversation.person());
        Organizers organizers = database.organizers();
        this.all = Stream.of(
                        TimerHandler.over(database.timers()),
                        SubscriptionHandler.over(database.subscriptions()),
                        GroupSubscriptions.over(
                                database.subscriptions(), channels::group, new GroupNotice(engine), sender::add),
                        RecipientsHandler.over(database.recipients(), channels::group),
                        AlertHandler.over(alertActions),
                        CountHandler.over(database.tally(), person),
                        WrongNumberHandler.over(database.wrongNumbers(), person),
                        PartyHandler.over(
                                partyDesk,
                                reach.answers(),
                                hash::of,
                                database::nameOf,
                                who -> organizers.of(who).isPresent()),
                        AlertEffectHandler.over(
                                alertService,
                                organizers,
                                engine,
                                new DeskPreviews(alertMessages, engine, channels::all, sender::add),
                                new DeskTotals(database.tally(), database.wrongNumbers()),
                                reach,
                                clock),
                        List.of(
                                AlarmChoice.over(organizers, reach, alarmNews::read),
                                TestGroup.leaving(organizers, reach.chats()),
                                TestGroup.over(
                                        organizers,
                                        reach,
                                        address -> channels.group(address).isPresent()),
                                NumberDesk.over(
                                        organizers,
                                        reach,
                                        database.wrongNumbers(),
                                        organizerSettings,
                                        () -> contentLoading.directory().get().get()),
                                TurnoverDesk.over(organizers, reach, tableRefresh::useNames),
                                ConsoleDesk.over(
                                        organizers,
                                        reach,
                                        engine,
                                        languages,
                                        new ConsoleDesk.Ways(
                                                consoleLinks::link,
                                                consoleLinks::inside,
                                                address ->
                                                        channels.group(address).isPresent(),
                                                sender::sendUnstored))))
                .<EffectHandler>flatMap(List::stream)
                .toList();
    }

    List<EffectHandler> all() {
        return all;
    }
}
