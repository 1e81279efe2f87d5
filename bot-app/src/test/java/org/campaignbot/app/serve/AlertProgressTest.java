package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.desk.DeskCard;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.SentMessage;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organizer watches an alert go out, sent by a process that is killed halfway. */
class AlertProgressTest {

    private static final int PEOPLE = 60;
    private static final int RATE = 4;
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void itsFiguresChangeInOneMessageAlsoAfterARestartAndNothingNewIsPosted() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.set("BOT_CLOCK", NOON.toString());
            scene.set("TELEGRAM_RATE_PER_SECOND", "20");
            scene.set("TELEGRAM_ALERT_RATE_PER_SECOND", Integer.toString(RATE));
            scene.set("ALERT_CANARY_PERCENT", "0");
            Talk ana = scene.api().talk(Person.of(900).speaking("es"));
            for (long id = 1; id <= PEOPLE; id++) {
                scene.api().talk(Person.of(id)).hasWrittenBefore();
            }
            ServerProcess server = scene.server();
            try {
                begin(scene, ana);
                ana.says("mesa de alertas");
                scene.awaitShown(ana, "se está enviando");
                ana.presses("k3x9: Llamar a sus senadores");
                SentMessage followed = scene.awaitShown(ana, "Se está enviando");
                int posted = posted(scene, ana);
                scene.api().await(() -> edits(scene, ana).size() >= 1, Scene.PATIENCE, "nothing was edited");
                server.kill();
                server = scene.server();
                SentMessage last = scene.awaitShown(ana, "Ya terminó de enviarse");
                assertThat(last.id()).isEqualTo(followed.id());
                assertThat(last.text()).contains("Faltan: 0.");
                assertThat(last.labels()).containsExactly("Mesa de alertas, para quienes organizan");
                assertThat(posted(scene, ana)).isEqualTo(posted);
                assertThatTheyAreApart(edits(scene, ana));
                assertThat(server.stop()).isZero();
            } finally {
                server.close();
            }
            try (Database database = open(scene)) {
                assertThat(database.deskCards().all()).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private static List<Call> edits(Scene scene, Talk talk) {
        return scene.api().log().calls("editMessageText").stream()
                .filter(each -> each.chat() == talk.chat())
                .toList();
    }

    private static int posted(Scene scene, Talk talk) {
        return (int) scene.api().log().calls("sendMessage").stream()
                .filter(each -> each.chat() == talk.chat())
                .count();
    }

    private static void assertThatTheyAreApart(List<Call> edits) {
        for (int i = 1; i < edits.size(); i++) {
            Duration apart =
                    Duration.ofNanos(edits.get(i).nanos() - edits.get(i - 1).nanos());
            // Checked once a second, and sent at once: the rest is the imprecision of a busy machine.
            assertThat(apart).isGreaterThan(DeskCard.PAUSE.minusSeconds(2));
        }
    }

    private static Database open(Scene scene) throws Exception {
        return Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system());
    }

    /** Signs the organizer in, and starts an alert. */
    private static void begin(Scene scene, Talk ana) throws Exception {
        OneTimeCode code = OneTimeCode.random(new Random(1));
        String token = scene.api().token();
        String account = token.substring(0, token.indexOf(':'));
        try (Database database = open(scene)) {
            database.organizers().invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, NOON);
            ana.says(code.text());
            scene.awaitShown(ana, "Sunflower");
            for (long id = 1; id <= PEOPLE; id++) {
                String chat = Long.toString(id);
                ConversationKey key = new ConversationKey(
                        new Address("telegram", account, chat, null),
                        new org.campaignbot.people.Person("telegram", chat));
                database.subscriptions()
                        .subscribe(new Subscription(
                                key, "3", NOON, Language.ENGLISH, ZoneId.of("America/New_York"), "NY"));
            }
            Actor author = Actor.of(organizer("tulip"));
            Draft draft = new Draft(
                    "action-call",
                    Subscription.ALL,
                    Map.of(Language.ENGLISH, "Please call your senators today."),
                    Audience.EVERYBODY,
                    null,
                    NOON.plus(Duration.ofDays(1)));
            keep(database, AlertStateMachine.draft("k3x9", Alert.Kind.NEW, null, draft, author, NOON));
            keep(database, AlertStateMachine.check(alert(database), true, "", author, NOON));
            keep(database, AlertStateMachine.approve(alert(database), Actor.of(organizer("violet")), NOON));
            keep(database, AlertStateMachine.begin(alert(database), false, author, NOON));
        }
    }

    private static Organizer organizer(String name) {
        return new Organizer("id-of-" + name, name, Role.ORGANIZER, List.of(), NOON);
    }

    private static Alert alert(Database database) {
        return database.alerts().find("k3x9").orElseThrow();
    }

    private static void keep(Database database, AlertTransition step) {
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        assertThat(database.alerts().save(taken.alert(), taken.entry())).isTrue();
    }
}
