package org.campaignbot.app.serve;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.campaignbot.alert.desk.AlertProgressMessages;
import org.campaignbot.alert.sending.RecipientQueue;
import org.campaignbot.alert.sending.StaleSubscriptions;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.party.PartyBoard;
import org.campaignbot.party.PartyDesk;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.sending.Sender;
import org.campaignbot.sending.SenderJournal;
import org.campaignbot.sending.SendingSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.serving.ServingLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans that send on all platforms, and report failures there. */
@Configuration(proxyBeanMethods = false)
@Import(DepartureListener.class)
class SendingConfiguration {

    @Bean
    PartyBoard partyBoard(
            Database database, PartyDesk desk, LiveEngine engine, Channels channels, ServerSettings settings) {
        return new PartyBoard(database.parties(), desk, engine, database.outbox(), channels::named, settings.clock());
    }

    /** Sends from the moment it is created; on close, it waits for sends in progress. */
    @Bean
    Sender sender(
            Database database,
            // Nothing may be sent before this process is known to serve alone.
            ServingLock.Begun serving,
            Channels channels,
            DepartureListener departureListener,
            PartyBoard partyBoard,
            AlertProgressMessages alertProgressMessages,
            RecipientQueue recipientQueue,
            StaleSubscriptions staleSubscriptions,
            ServerSettings settings,
            WatchedJob sending,
            Counts counts,
            Console console) {
        SendCounts sendCounts = new SendCounts(sending, counts, console);
        return Sender.serving(
                database.outbox(),
                channels.all(),
                database.pace(),
                ended -> {
                    // If one of these fails, the others aren't told, so the mere counting comes last.
                    staleSubscriptions.ended(ended);
                    partyBoard.ended(ended);
                    alertProgressMessages.ended(ended);
                    sendCounts.ended(ended);
                },
                departureListener,
                sendCounts,
                recipientQueue,
                SendingSettings.DEFAULT,
                settings.clock(),
                new SecureRandom());
    }

    /** Counts the results of messages, and reports what a platform will never accept. */
    static final class SendCounts implements DeliveryListener, SenderJournal {

        private final WatchedJob watchedJob;
        private final Counts counts;
        private final Console console;

        SendCounts(WatchedJob watchedJob, Counts counts, Console console) {
            this.watchedJob = watchedJob;
            this.counts = counts;
            this.console = console;
        }

        @Override
        public void ended(List<Ended> messages) {
            messages.forEach(
                    each -> counts.add("messages." + each.status().name().toLowerCase(Locale.ROOT)));
        }

        @Override
        public void refused(String channel, Lane lane, String why) {
            console.trouble("The platform " + channel + " refused a message for good: " + why);
        }

        @Override
        public void failed(String kind, String place) {
            watchedJob.failed();
            counts.add("messages.failed");
            String line = "Sending met " + kind + " in " + place + "; it goes on.";
            if (kind.equals(StorageFailure.class.getName())) {
                console.troubles().perhapsDatabase(line);
            } else {
                console.trouble(line);
            }
        }
    }
}
