package campaignbot.app.serve;

import campaignbot.alert.desk.DeskBoard;
import campaignbot.alert.sending.AlertWatch;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.watch.Job;
import campaignbot.delivery.Channel;
import campaignbot.delivery.Sender;
import campaignbot.delivery.Sending;
import campaignbot.party.PartyBoard;
import campaignbot.party.PartyDesk;
import campaignbot.storage.Database;
import campaignbot.storage.Serving;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What leaves, on all platforms, and who is told where one makes trouble. */
@Configuration(proxyBeanMethods = false)
class SendingParts {

    @Bean
    Departures departures(Counts counts) {
        return new Departures(counts);
    }

    @Bean
    PartyBoard partyBoard(
            Database database, PartyDesk desk, LiveEngine engine, List<Channel> channels, ServerSettings settings) {
        Map<String, Channel> byName = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        return new PartyBoard(database.parties(), desk, engine, database.outbox(), byName::get, settings.clock());
    }

    /** Sends from the moment it is made; at its end it waits for what is under way. */
    @Bean
    Sender sender(
            Database database,
            // Nothing may leave before this process is known to serve alone.
            Serving.Begun serving,
            List<Channel> channels,
            Departures departures,
            PartyBoard partyBoard,
            DeskBoard deskBoard,
            AlertWatch alertWatch,
            ServerSettings settings,
            Job sending,
            Counts counts,
            Console console) {
        SendCounts sendCounts = new SendCounts(sending, counts, console);
        return Sender.serving(
                database.outbox(),
                channels,
                database.pace(),
                ended -> {
                    // What fails is told again, so what is only counted comes last.
                    alertWatch.ended(ended);
                    partyBoard.ended(ended);
                    deskBoard.ended(ended);
                    sendCounts.ended(ended);
                },
                departures,
                sendCounts,
                alertWatch,
                Sending.DEFAULT,
                settings.clock(),
                new SecureRandom());
    }
}
