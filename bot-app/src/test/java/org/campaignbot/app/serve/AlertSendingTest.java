package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.campaignbot.alert.Alert;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert to two hundred people, sent by a process that is killed halfway. */
class AlertSendingTest {

    private static final int PEOPLE = 200;
    private static final int RATE = 100;

    /** At most half a second's worth of messages is in flight. */
    private static final int UNDER_WAY = RATE / 2;

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aKillLosesNobodyAndNobodyGetsItTwice() throws Exception {
        Map<Long, Integer> received = new ConcurrentHashMap<>();
        AtomicInteger all = new AtomicInteger();
        try (Scene scene = new Scene(folder)) {
            scene.set("BOT_CLOCK", NOON.toString());
            scene.set("TELEGRAM_RATE_PER_SECOND", Integer.toString(RATE));
            scene.set("TELEGRAM_ALERT_RATE_PER_SECOND", Integer.toString(RATE));
            scene.set("ALERT_CANARY_PERCENT", "0");
            for (long id = 1; id <= PEOPLE; id++) {
                scene.api().talk(Person.of(id)).says("hello");
            }
            scene.api().log().listen(call -> note(call, received, all));
            ServerProcess server = scene.server();
            try (Database database =
                    Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system())) {
                SentAlert alert = new SentAlert(database);
                scene.api().awaitAllConfirmed(Scene.PATIENCE);
                alert.begin(people(scene), false, NOON, NOON.plus(Duration.ofDays(1)));
                scene.api().await(() -> all.get() >= PEOPLE / 4, Scene.PATIENCE, "nothing of the alert came");
                server.kill();
                assertThat(all.get()).isLessThan(PEOPLE);
                server = scene.server();
                scene.api().await(() -> all.get() >= PEOPLE - UNDER_WAY, Scene.PATIENCE, "the alert did not go on");
                scene.api()
                        .await(
                                () -> alert.alert().stage() == Alert.Stage.DONE,
                                Scene.PATIENCE,
                                "the alert did not come to its end");
                assertThat(server.stop()).isZero();
                Map<String, Long> figures = alert.figures();
                long unknown = figures.getOrDefault("unknown", 0L);
                assertThat(received.values()).containsOnly(1);
                assertThat(unknown).isLessThanOrEqualTo(UNDER_WAY);
                assertThat(figures.getOrDefault("sent", 0L) + unknown).isEqualTo(PEOPLE);
                // Messages in state UNKNOWN may have arrived; all others did.
                assertThat((long) received.size()).isBetween(PEOPLE - unknown, (long) PEOPLE);
            } finally {
                server.close();
            }
        }
    }

    private static void note(Call call, Map<Long, Integer> received, AtomicInteger all) {
        if (call.text().contains(SentAlert.WORDS)) {
            received.merge(call.chat(), 1, Integer::sum);
            all.incrementAndGet();
        }
    }

    private static List<ConversationKey> people(Scene scene) {
        return LongStream.rangeClosed(1, PEOPLE).mapToObj(scene::inPrivate).toList();
    }
}
