package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.serve.SlackScene.taken;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.Collectors;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.slack.Call;
import org.campaignbot.testkit.slack.Form;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.SentMessage;
import org.campaignbot.testkit.slack.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two organizers and a supporter in a workspace: an alert from the command that opens its form to the call. */
class AlertDeskOnSlackTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");
    private static final String WORDS = "Please call *both* senators today: the budget vote is next.";
    private static final String SHOWN = "Please call both senators today";
    private static final String HEAD = "What leaves for slack, en:";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void oneFillsInAFormAnotherApprovesByAButtonAndASupporterCalls() throws Exception {
        try (SlackScene scene = new SlackScene(folder, true)) {
            scene.set("ALERT_CANARY_PERCENT", "0");
            Talk ana = scene.workspace().talk(Person.of("U0ANA"));
            Talk ben = scene.workspace().talk(Person.of("U0BEN"));
            Talk carla = scene.workspace().talk(Person.of("U0CARLA"));
            try (ServerProcess server = scene.server()) {
                prepare(scene, ana, ben, carla.person());
                taken(ben.says("alert desk"));
                scene.awaitShown(ben, "There are no alerts right now");

                writes(scene, ana, WORDS + " Or call 202-555-0142.");
                SentMessage draft = scene.awaitShown(ana, "it hasn't passed the check yet");
                assertThat(draft.text()).contains("202-555-0142 isn't any office");
                taken(ana.presses("Throw it away"));
                scene.awaitShown(ana, "It was stopped");
                writes(scene, ana, WORDS);
                assertThat(scene.awaitShown(ana, "It's checked").text()).contains("It would reach few people now");

                taken(ana.presses("Show what leaves"));
                SentMessage previewed = scene.awaitShown(ana, "Above is exactly what each platform");
                String previews =
                        ana.shownByBot().stream().map(SentMessage::text).collect(Collectors.joining("\n"));
                assertThat(previews)
                        .contains(HEAD, "What leaves for slack, es:")
                        .contains("in New York, whose ZIP code touches", "in the District of Columbia")
                        .contains("in California, who reads Spanish", "[More help]", "[Más ayuda]");
                taken(ana.presses(previewed.ts(), "Send a test"));
                scene.awaitShown(ana, "Who gets the test?");
                taken(ana.presses("Only me"));
                scene.awaitShown(ana, "I sent it to you just as readers would get it");
                testsTheGroup(scene, ana, ben);
                taken(ana.presses("Ask an organizer"));
                scene.awaitShown(ana, "I've asked the other organizers");
                scene.awaitShown(ben, "Another organizer asks you");
                taken(ben.presses("Yes, approve it"));
                scene.awaitShown(ben, "It's approved");
                scene.awaitShown(ana, "It's approved");
                taken(ana.presses("Send it now"));

                SentMessage alert = scene.awaitShown(carla, SHOWN);
                assertThat(alert.text()).startsWith("Action alert").contains("To end them, type stop.");
                assertThatPreviewedIs(ana, sentTo(scene, carla, alert));
                taken(carla.presses("Call your senators"));
                assertThat(scene.awaitShown(carla, "Sen. ").text()).contains("(VT)");
                SentMessage followed = scene.awaitShown(ana, "It's done");
                assertThat(followed.text()).contains("Sent: 1.");
                assertThat(scene.slack().log().calls("chat.update"))
                        .anySatisfy(edit -> assertThat(edit.ts()).isEqualTo(followed.ts()));
                taken(ana.presses(followed.ts(), "Alert desk, for organizers"));
                scene.slack()
                        .await(
                                () -> ana.shownByBot().stream()
                                        .anyMatch(each -> each.labels().contains("Correct it")),
                                SlackScene.PATIENCE,
                                "what more can be said is not offered");
                taken(ana.presses("Correct it"));
                scene.awaitShown(ana, "This corrects alert");
                assertThat(server.stop()).isZero();
                assertThat(server.err()).isEmpty();
                assertThat(scene.slack().violations()).isEmpty();
            }
        }
    }

    /** One organizer joins the test group in their direct messages, and another sends a test to it. */
    private static void testsTheGroup(SlackScene scene, Talk ana, Talk ben) {
        taken(ben.says("test group"));
        scene.awaitShown(ben, "not in the test group");
        taken(ben.presses("Yes, send me tests"));
        scene.awaitShown(ben, "You're in the test group");
        taken(ana.presses("Send a test"));
        scene.awaitShown(ana, "One organizer is in the test group");
        taken(ana.presses("The test group"));
        scene.awaitShown(ana, "I sent it to the test group");
        assertThat(scene.awaitShown(ben, "TEST from ").text()).contains(SHOWN, "To end them, type stop.");
        scene.awaitShown(ben, "PRUEBA (TEST) de ");
    }

    private static void writes(SlackScene scene, Talk ana, String english) {
        taken(ana.command("/campaign", "alert"));
        scene.slack().await(() -> ana.modal().isPresent(), SlackScene.PATIENCE, "no form was opened");
        Form form = ana.form()
                .fills("The action, such as action-call", "action-call")
                .fills("What it is about: all, calls or meet", "all")
                .fills("Words in English", english)
                .fills("Words in Spanish", "Por favor llame hoy a los dos: sigue el voto sobre los presupuestos.")
                .fills("Who it is for, such as New York, or everyone", "everybody")
                .fills("Begins (Eastern), such as Friday 6 pm, or now", "now")
                .fills("Ends (Eastern), such as Friday 6 pm", "2026-11-26 18:00");
        taken(form.submits());
    }

    /** The posted call for a message that somebody sees. */
    private static Call sentTo(SlackScene scene, Talk reader, SentMessage message) {
        return scene.slack().log().messagesTo(reader.channel()).stream()
                .filter(call -> call.ts().equals(message.ts()))
                .findFirst()
                .orElseThrow();
    }

    /** The preview equals what was posted, except for the conversation it was posted to. */
    private static void assertThatPreviewedIs(Talk organizer, Call posted) {
        StringBuilder payload = new StringBuilder();
        boolean isIn = false;
        for (SentMessage each : organizer.shownByBot()) {
            String text = each.text();
            boolean begins = text.startsWith(HEAD);
            isIn = begins || (isIn && !text.startsWith("What leaves") && !text.startsWith("Behind the button"));
            if (isIn) {
                payload.append((begins ? text.substring(HEAD.length()) : text).strip());
            }
        }
        JsonNode previewed = JsonMapper.shared().readTree(payload.toString());
        JsonNode sent = JsonMapper.shared().readTree(posted.raw());
        assertThat(previewed.path("blocks")).isEqualTo(sent.path("blocks"));
        assertThat(previewed.path("text")).isEqualTo(sent.path("text"));
        assertThat(previewed.propertyNames()).isEqualTo(sent.propertyNames());
    }

    /** Signs the organizers in with their codes, and subscribes the supporter. */
    private static void prepare(SlackScene scene, Talk ana, Talk ben, Person carla) throws Exception {
        OneTimeCode first = OneTimeCode.random(new Random(1));
        OneTimeCode second = OneTimeCode.random(new Random(2));
        try (Database database = Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system())) {
            database.subscriptions()
                    .subscribe(new Subscription(
                            scene.inPrivate(carla),
                            "3",
                            MORNING,
                            Language.ENGLISH,
                            ZoneId.of("America/New_York"),
                            "VT"));
            database.organizers().invite(first, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, MORNING);
            taken(ana.says(first.text()));
            scene.awaitShown(ana, "one of the organizers");
            String admin = database.organizers().all().get(0).id();
            database.organizers().invite(second, new Grant.Invited(Role.ORGANIZER, "Maple"), admin, MORNING);
            taken(ben.says(second.text()));
            scene.awaitShown(ben, "one of the organizers");
        }
    }
}
