package org.campaignbot.app.serve;

import java.util.Objects;
import java.util.function.Supplier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.audience.AudienceFilter;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.sending.AlertActions;
import org.campaignbot.alert.sending.AlertCaps;
import org.campaignbot.alert.sending.AlertDispatcher;
import org.campaignbot.alert.sending.AlertHours;
import org.campaignbot.alert.sending.RecipientQueue;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.alert.sending.StaleSubscriptions;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.content.text.OrganizerText;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.campaignbot.storage.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans that send alerts: to whom, when, and with what result. */
@Configuration(proxyBeanMethods = false)
@Import(AlertRounds.class)
class AlertConfiguration {

    @Bean
    AlertMessages alertMessages(Database database, LiveEngine engine, ServerSettings settings) {
        return new AlertMessages(
                engine, words -> OrganizerText.read("alert", words).text(), database.alerts()::find, settings.clock());
    }

    @Bean
    RecipientQueue recipientQueue(
            Database database,
            AlertMessages messages,
            Supplier<AlertDispatcher.Rules> alertRules,
            ServerSettings settings,
            Channels channels) {
        return new RecipientQueue(
                database.alerts(),
                database.recipients(),
                (alert, subscription) -> messages.of(alert, subscription.language(), channels.reader(subscription)),
                () -> alertRules.get().hours(),
                settings.clock());
    }

    @Bean
    AlertDispatcher alertDispatcher(
            Database database,
            RecipientQueue queue,
            ContentLoading contentLoading,
            Supplier<AlertDispatcher.Rules> alertRules,
            ServerSettings settings,
            AlertService desk,
            OrganizerNotifier news,
            Console console) {
        Supplier<Directory> directory = () -> contentLoading.directory().get().get();
        Recipients recipients = database.recipients();
        return new AlertDispatcher(
                database.alerts(),
                recipients,
                database.subscriptions(),
                queue,
                (alert, some, now) -> new AudienceFilter(
                                alert.draft().audience(), alert.draft().topic(), directory.get(), now, recipients::took)
                        .among(some),
                alert -> begin(alert, desk, news, console),
                alertRules,
                settings.canary(),
                alert -> {
                    console.trouble("The alert " + alert.id() + " is held: " + alert.why()
                            + ". Look at it, then resume or stop it.");
                    news.held(alert);
                },
                settings.clock());
    }

    /** Starts an alert whose time has come. If a check now finds errors, it becomes a draft again and its authors are told. */
    private static boolean begin(Alert alert, AlertService desk, OrganizerNotifier news, Console console) {
        DeskAnswer answer = desk.send(alert.id(), Actor.BOT);
        if (answer instanceof DeskAnswer.Found found) {
            console.trouble("The alert " + alert.id() + " wasn't started, because a check now finds errors."
                    + " ./bot alert check " + alert.id() + " tells them.");
            news.held(found.alert());
        }
        return answer instanceof DeskAnswer.Done;
    }

    @Bean
    Supplier<AlertDispatcher.Rules> alertRules(
            ContentLoading contentLoading, LiveEngine engine, Settings organizerSettings) {
        return () -> {
            Catalog catalog = Catalog.of(engine.get().pack());
            Version current = organizerSettings.current();
            return new AlertDispatcher.Rules(
                    AlertHours.outside(
                            text(catalog, current, Catalog.QUIET_HOURS),
                            state -> contentLoading.directory().get().get().clocks(state)),
                    new AlertCaps(
                            Integer.parseInt(text(catalog, current, Catalog.ALERTS_A_WEEK)),
                            Integer.parseInt(text(catalog, current, Catalog.ALERTS_A_MONTH))));
        };
    }

    /** Reads a setting that has a default. */
    private static String text(Catalog catalog, Version current, String key) {
        return Objects.requireNonNull(catalog.value(current, key));
    }

    @Bean
    StaleSubscriptions staleSubscriptions(
            Database database,
            AlertMessages messages,
            Supplier<AlertDispatcher.Rules> alertRules,
            ServerSettings settings) {
        return new StaleSubscriptions(
                database.alerts(),
                database.subscriptions(),
                database.outbox(),
                database::inOneCommit,
                messages::stillWanted,
                () -> alertRules.get().hours(),
                settings.clock());
    }

    @Bean
    AlertActions recipientParts(Database database, LiveEngine engine) {
        return new AlertActions(
                database.alerts(),
                database.recipients(),
                database.persons()::of,
                alert -> counted(engine.get().pack(), alert));
    }

    /** A pack counts an action under its flow's name. */
    private static @Nullable String counted(Pack pack, Alert alert) {
        String name = alert.draft().action();
        Value record = pack.records().get(name);
        Action action = record == null ? null : Action.of(name, record);
        return action == null ? null : action.flow();
    }
}
