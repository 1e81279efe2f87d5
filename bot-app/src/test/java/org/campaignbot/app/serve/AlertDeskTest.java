package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Random;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.SentMessage;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two organizers and a supporter: an alert from its first word to the call. */
class AlertDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void oneWritesAnotherApprovesAndASupporterCalls() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.set("BOT_CLOCK", NOON.toString());
            scene.set("ALERT_CANARY_PERCENT", "0");
            Talk ana = scene.api().talk(Person.of(11));
            Talk ben = scene.api().talk(Person.of(12));
            Talk carla = scene.api().talk(Person.of(13));
            try (ServerHere server = scene.serverHere()) {
                carla.says("hello");
                scene.awaitShown(carla, "volunteer-run bot");
                prepare(scene, ana, ben);
                write(scene, ana);
                press(scene, ana, "It's checked", "Send a test");
                press(scene, ana, "No one is in the test group yet", "Only me");
                SentMessage test = scene.awaitShown(ana, "I sent it to you");
                assertThat(test.text()).contains("Alert ");
                testTheGroup(scene, ana, ben);
                press(scene, ana, "It's checked", "Ask an organizer");
                scene.awaitShown(ana, "I've asked the other organizers");
                press(scene, ben, "Another organizer asks you", "Yes, approve it");
                scene.awaitShown(ben, "It's approved");
                press(scene, ana, "It's approved", "Send it now");
                SentMessage alert = scene.awaitShown(carla, "Please call both senators today");
                assertThat(alert.text())
                        .startsWith("Action alert")
                        .contains("Unofficial")
                        .contains("To end them, type stop.");
                carla.presses("Call your senators");
                assertThat(scene.awaitShown(carla, "Sen. ").text()).contains("(VT)");
                press(scene, ana, "It's done", "Alert desk, for organizers");
                scene.api()
                        .await(
                                () -> scene.api().shown(ana.chat()).stream()
                                        .anyMatch(each -> each.labels().contains("Correct it")),
                                Scene.PATIENCE,
                                "what more can be said is not offered");
                ana.says("alert desk");
                press(scene, ana, "current and recent alerts", label(scene.awaitShown(ana, "recent alerts")));
                assertThat(scene.awaitShown(ana, "Started the action").text())
                        .contains("Sent: 1.", "Started the action: a few");
                server.stop();
            }
        }
    }

    /** One organizer joins the test group, and another sends a test to it. */
    private static void testTheGroup(Scene scene, Talk ana, Talk ben) {
        ben.says("test group");
        press(scene, ben, "not in the test group", "Yes, send me tests");
        scene.awaitShown(ben, "You're in the test group");
        ana.presses("Send a test");
        press(scene, ana, "One organizer is in the test group", "The test group");
        scene.awaitShown(ana, "I sent it to the test group");
        SentMessage test = scene.awaitShown(ben, "TEST from Sunflower");
        assertThat(test.text()).contains("Please call both senators today", "To end them, type stop.");
        scene.awaitShown(ben, "PRUEBA (TEST) de Sunflower");
        ben.presses("Call your senators");
        scene.awaitShown(ben, "ZIP");
    }

    private static void write(Scene scene, Talk ana) {
        ana.says("alert desk");
        press(scene, ana, "There are no alerts right now", "Write a new alert");
        press(scene, ana, "Which action", "Call your senators");
        press(scene, ana, "What is it about?", "All action alerts");
        scene.awaitShown(ana, "words in English");
        ana.says("Please call **both** senators today: the budget vote is next.");
        scene.awaitShown(ana, "Now the same in Spanish");
        ana.says("Por favor llame hoy a los dos: sigue el voto sobre los presupuestos.");
        press(scene, ana, "Who is it for?", "Everybody");
        press(scene, ana, "When can it start?", "As soon as I send it");
        scene.awaitShown(ana, "When does it end?");
        ana.says("2026-11-26 18:00");
    }

    private static String label(SentMessage list) {
        return list.labels().get(0);
    }

    private static void press(Scene scene, Talk talk, String shown, String label) {
        scene.awaitShown(talk, shown);
        talk.presses(label);
    }

    /** Signs the organizers in with their codes, and subscribes the supporter. */
    private static void prepare(Scene scene, Talk ana, Talk ben) throws Exception {
        OneTimeCode first = OneTimeCode.random(new Random(1));
        OneTimeCode second = OneTimeCode.random(new Random(2));
        try (Database database = Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system())) {
            String token = scene.api().token();
            ConversationKey carla = new ConversationKey(
                    new Address("telegram", token.substring(0, token.indexOf(':')), "13", null),
                    new org.campaignbot.people.Person("telegram", "13"));
            database.subscriptions()
                    .subscribe(
                            new Subscription(carla, "3", NOON, Language.ENGLISH, ZoneId.of("America/New_York"), "VT"));
            database.organizers().invite(first, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, NOON);
            ana.says(first.text());
            scene.awaitShown(ana, "one of the organizers");
            String admin = database.organizers().all().get(0).id();
            database.organizers().invite(second, new Grant.Invited(Role.ORGANIZER, "Maple"), admin, NOON);
            ben.says(second.text());
            scene.awaitShown(ben, "one of the organizers");
        }
    }
}
