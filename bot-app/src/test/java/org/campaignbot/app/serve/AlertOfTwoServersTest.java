package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.crash.SlidingWindow;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One alert sent by two processes over one PostgreSQL; one of them is killed halfway. */
class AlertOfTwoServersTest {

    private static final int PEOPLE = 1_200;
    private static final int RATE = 150;

    /** A process has at most half a second's worth of messages in flight. */
    private static final int UNDER_WAY = RATE / 2;

    /** A little longer than a dead process's lease. */
    private static final Duration LEASE = Duration.ofSeconds(125);

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    /** How far all clocks are from the real one. Set at their starts they'd differ by seconds, too much for shares of a limit. */
    private final Duration fromNow = Duration.between(Instant.now(), NOON);

    private final InstantSource clock = InstantSource.offset(InstantSource.system(), fromNow);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theyKeepOneLimitAndWhatOneCannotFinishOthersDo() throws Exception {
        Limits limits = new Limits(RATE, 0, 0, 0, Duration.ZERO);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Scene scene = new Scene(
                        folder.resolve("scene"),
                        FakeBotSettings.DEFAULTS.withLimits(limits).withClock(clock))) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            settle(scene, url);
            LongStream.rangeClosed(1, PEOPLE)
                    .forEach(id -> scene.api().talk(Person.of(id)).hasWrittenBefore());
            List<ConversationKey> people =
                    LongStream.rangeClosed(1, PEOPLE).mapToObj(scene::inPrivate).toList();
            ServerProcess first = another(scene, "first", Duration.ZERO);
            ServerProcess second = another(scene, "second", Duration.ZERO);
            try (first;
                    second;
                    Database database = Database.open(
                            DatabaseLocation.of(url, scene.data()), BotKey.of(KEY, StorageSettings.KEY), clock)) {
                SentAlert alert = new SentAlert(database);
                alert.begin(people, false, clock.instant(), NOON.plus(Duration.ofHours(5)));
                scene.api().await(() -> received(scene).size() > PEOPLE / 2, Scene.PATIENCE, "half of it didn't come");
                Fault held = scene.api().faults().next(PEOPLE).of("sendMessage").hold();
                scene.api().await(() -> sending(postgres) == 2, Scene.PATIENCE, "one of them isn't sending");
                first.kill();
                held.release();
                int soFar = received(scene).size();
                scene.api().await(() -> isQuiet(scene), Scene.PATIENCE, "the other goes on for ever");
                assertThat(received(scene).size() - soFar).isGreaterThan(PEOPLE / 5);
                assertThat(second.stop()).isZero();
                assertThat(alert.isSettled()).isFalse();

                try (ServerProcess later = another(scene, "later", LEASE)) {
                    scene.api().await(alert::isSettled, Scene.PATIENCE, "the alert did not come to its end");
                    assertThat(later.stop()).isZero();
                }
                Map<String, Long> figures = alert.figures();
                long unknown = figures.getOrDefault("unknown", 0L);
                assertThat(figures).containsOnlyKeys("sent", "unknown");
                assertThat(unknown).isLessThanOrEqualTo(UNDER_WAY);
                assertThat(figures.get("sent")).isEqualTo(PEOPLE - unknown);
                assertThat(received(scene)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(PEOPLE - (int) unknown);
                List<Long> sent = received(scene);
                assertThat(alert.saidToBeSent(people))
                        .hasSize(PEOPLE - (int) unknown)
                        .allSatisfy(each -> assertThat(sent)
                                .contains(Long.valueOf(each.person().id())));
                assertThat(scene.api().limitsReached()).isZero();
                assertThat(SlidingWindow.most(moments(scene), Duration.ofSeconds(1)))
                        .isLessThanOrEqualTo(RATE);
            }
        }
    }

    private static void settle(Scene scene, String url) throws IOException {
        int unused = scene.byWebhook();
        scene.set("TELEGRAM_RATE_PER_SECOND", Integer.toString(RATE));
        scene.set("TELEGRAM_ALERT_RATE_PER_SECOND", Integer.toString(RATE));
        scene.set("ALERT_CANARY_PERCENT", "0");
        scene.set("DATABASE_URL", url);
        scene.set(StorageSettings.KEY, KEY);
    }

    /** A process with its own data folder and port, whose clock is this much ahead. */
    private ServerProcess another(Scene scene, String name, Duration ahead) throws Exception {
        Map<String, String> variables = new HashMap<>(scene.variables());
        variables.put("BOT_DATA", folder.resolve(name).toString());
        variables.put("SERVER_PORT", Integer.toString(FreePort.find()));
        variables.put("BOT_CLOCK", fromNow.plus(ahead).toString());
        return ServerProcess.ready(variables);
    }

    /** How many processes have messages of the alert in hand. */
    private static int sending(EmbeddedPostgres postgres) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(distinct claimed_by) from alert_recipient where chat_hash is not null")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<Call> alerts(Scene scene) {
        return scene.api().log().calls().stream()
                .filter(call -> call.text().contains(SentAlert.WORDS))
                .toList();
    }

    private static List<Long> received(Scene scene) {
        return alerts(scene).stream().filter(Call::accepted).map(Call::chat).toList();
    }

    private static List<Long> moments(Scene scene) {
        return alerts(scene).stream().map(Call::nanos).sorted().toList();
    }

    /** Whether nothing has arrived for longer than two processes need to divide a rate limit again. */
    private static boolean isQuiet(Scene scene) {
        List<Long> moments = moments(scene);
        return System.nanoTime() - moments.get(moments.size() - 1)
                > Duration.ofSeconds(6).toNanos();
    }
}
