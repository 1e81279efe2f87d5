package campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.alert.Actor;
import campaignbot.alert.Alert;
import campaignbot.alert.AlertLife;
import campaignbot.alert.AlertStep;
import campaignbot.alert.Draft;
import campaignbot.alert.audience.Audience;
import campaignbot.alert.sending.Recipients;
import campaignbot.conversation.ConversationKey;
import campaignbot.organizers.Organizer;
import campaignbot.organizers.Role;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.storage.Database;
import campaignbot.storage.DatabaseLocation;
import campaignbot.subscription.Subscription;
import campaignbot.testkit.telegram.Call;
import campaignbot.testkit.telegram.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert to two hundred people, by a process that is killed in the middle. */
class AlertSendingTest {

    private static final int PEOPLE = 200;
    private static final int RATE = 100;

    /** What departs at once is what leaves in a tenth of a second. */
    private static final int UNDER_WAY = RATE / 10;

    private static final String WORDS = "Please call your senators today.";
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
            try {
                scene.api().awaitAllConfirmed(Scene.PATIENCE);
                String account = accountOf(scene);
                begin(scene, account);
                scene.api().await(() -> all.get() >= PEOPLE / 4, Scene.PATIENCE, "nothing of the alert came");
                server.kill();
                assertThat(all.get()).isLessThan(PEOPLE);
                server = scene.server();
                scene.api().await(() -> all.get() >= PEOPLE - UNDER_WAY, Scene.PATIENCE, "the alert did not go on");
                scene.api().await(() -> isDone(scene), Scene.PATIENCE, "the alert did not come to its end");
                assertThat(server.stop()).isZero();
            } finally {
                server.close();
            }
            Map<String, Long> figures = figures(scene);
            long unknown = figures.getOrDefault("unknown", 0L);
            assertThat(received.values()).containsOnly(1);
            assertThat(unknown).isLessThanOrEqualTo(UNDER_WAY);
            assertThat(figures.getOrDefault("sent", 0L) + unknown).isEqualTo(PEOPLE);
            // What nobody knows of may have arrived; all others did.
            assertThat((long) received.size()).isBetween(PEOPLE - unknown, (long) PEOPLE);
        }
    }

    private static void note(Call call, Map<Long, Integer> received, AtomicInteger all) {
        if (call.text().contains(WORDS)) {
            received.merge(call.chat(), 1, Integer::sum);
            all.incrementAndGet();
        }
    }

    private static Database open(Scene scene) throws Exception {
        return Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system());
    }

    /** The account that conversations with the bot are on; a bot's is its number. */
    private static String accountOf(Scene scene) {
        String token = scene.api().token();
        return token.substring(0, token.indexOf(':'));
    }

    private static void begin(Scene scene, String account) throws Exception {
        try (Database database = open(scene)) {
            for (long id = 1; id <= PEOPLE; id++) {
                String chat = Long.toString(id);
                ConversationKey key = new ConversationKey(
                        new Address("telegram", account, chat, null), new campaignbot.people.Person("telegram", chat));
                database.subscriptions()
                        .subscribe(new Subscription(
                                key, "3", NOON, Language.ENGLISH, ZoneId.of("America/New_York"), "NY"));
            }
            Actor author = Actor.of(organizer("sunflower"));
            Draft draft = new Draft(
                    "action-call",
                    Subscription.ALL,
                    Map.of(Language.ENGLISH, WORDS),
                    Audience.EVERYBODY,
                    null,
                    NOON.plus(Duration.ofDays(1)));
            keep(database, AlertLife.draft("k3x9", Alert.Kind.NEW, null, draft, author, NOON));
            keep(database, AlertLife.check(alert(database), true, "", author, NOON));
            keep(database, AlertLife.approve(alert(database), Actor.of(organizer("tulip")), NOON));
            keep(database, AlertLife.begin(alert(database), false, author, NOON));
        }
    }

    private static Organizer organizer(String name) {
        return new Organizer("id-of-" + name, name, Role.ORGANIZER, List.of(), NOON);
    }

    private static Alert alert(Database database) {
        return database.alerts().find("k3x9").orElseThrow();
    }

    private static void keep(Database database, AlertStep step) {
        assertThat(step).isInstanceOf(AlertStep.Taken.class);
        AlertStep.Taken taken = (AlertStep.Taken) step;
        assertThat(database.alerts().save(taken.alert(), taken.entry())).isTrue();
    }

    private static boolean isDone(Scene scene) {
        try (Database database = open(scene)) {
            return alert(database).stage() == Alert.Stage.DONE;
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Long> figures(Scene scene) throws Exception {
        Map<String, Long> sums = new TreeMap<>();
        try (Database database = open(scene)) {
            for (Recipients.Figure each : database.recipients().figures("k3x9")) {
                sums.merge(each.what(), each.number(), Long::sum);
            }
        }
        return sums;
    }
}
