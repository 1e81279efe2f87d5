package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Turn;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person comes back long after the conversation was deleted, when only the subscription to alerts is left. */
class SubscriberComesBackTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    @TempDir
    private Path folder;

    @Test
    void myDataTellsThatAlertsAreOnAndStopEndsThem() throws Exception {
        try (Database database = Database.open(new DatabaseLocation.Embedded(folder), null, () -> Fixtures.NOON)) {
            database.subscriptions()
                    .subscribe(new Subscription(
                            ANA, "1", Fixtures.NOON, Language.SPANISH, ZoneId.of("America/Denver"), "CO"));
            Saved saved = Objects.requireNonNull(
                    database.conversations().load(List.of(ANA)).get(ANA));
            Turn myData = Wait.take(
                    Shipped.CAMPAIGN.engine(),
                    saved.state(),
                    new Event.Typed("mis datos"),
                    Fixtures.NOON.plus(Duration.ofDays(200)));
            assertThat(text(myData)).contains("Alertas de acción: activadas").contains("America/Denver");
            Turn stop = Wait.take(
                    Shipped.CAMPAIGN.engine(),
                    myData.next(),
                    new Event.Typed("stop"),
                    Fixtures.NOON.plus(Duration.ofDays(200)));
            assertThat(stop.effects()).extracting(effect -> effect.name()).contains("unsubscribe");
        }
    }

    private static String text(Turn turn) {
        return turn.messages().stream().map(each -> each.text().visible()).collect(Collectors.joining("\n"));
    }
}
