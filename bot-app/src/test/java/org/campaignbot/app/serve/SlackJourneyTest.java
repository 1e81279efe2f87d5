package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;
import static org.campaignbot.app.serve.SlackScene.taken;

import java.nio.file.Path;
import org.campaignbot.people.Language;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.SentMessage;
import org.campaignbot.testkit.slack.Talk;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What most people do in a workspace, from start to finish, with a real process. */
class SlackJourneyTest {

    private static final Channel GENERAL = Channel.ofPublic("C0GENERAL", "general");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void peopleOfBothLanguagesLearnFindCallTakeBackAndAreForgotten(boolean http) throws Exception {
        try (SlackScene scene = new SlackScene(folder, http);
                ServerProcess server = scene.server()) {
            inEnglish(scene);
            inSpanish(scene);
            inAChannel(scene);
            assertThat(server.stop()).isZero();
            assertThat(server.err()).isEmpty();
            assertThat(server.out()).startsWith("The bot on Slack is ready").endsWith("Stopped.");
            assertThat(scene.slack().violations()).isEmpty();
        }
    }

    private static void inEnglish(SlackScene scene) {
        Talk ana = scene.workspace().talk(Person.of("U0ANA"));
        taken(ana.says("hello"));
        scene.awaitShown(ana, "volunteer-run bot");
        taken(ana.presses("Learn more"));
        scene.awaitShown(ana, "First, where things stand");
        taken(ana.presses("Main menu"));
        scene.awaitShown(ana, question("menu/choose"));
        taken(ana.presses("Find my lawmakers"));
        scene.awaitShown(ana, question("home/place"));
        taken(ana.says("82001"));
        scene.awaitShown(ana, question("lawmakers/card"));
        taken(ana.presses("Call my senators"));
        assertThat(scene.awaitShown(ana, question("call/card")).text()).contains("202-224-6441");
        taken(ana.opensHome());
        scene.slack().await(() -> ana.home().isPresent(), SlackScene.PATIENCE, "no Home tab was shown");
        assertThat(ana.home().orElseThrow().text()).contains(question("call/card"));
        taken(ana.presses("Left a voicemail"));
        scene.awaitShown(ana, "Voicemail for Sen. Barrasso");
        taken(ana.presses("Undo"));
        scene.awaitShown(ana, "no longer counts.");
        taken(ana.says("remind me tomorrow at 9 am"));
        assertThat(scene.awaitShown(ana, "I'll remind you on").text())
                .contains("Wednesday, November 25, 2026, 9:00 AM (Mountain Time)")
                .as("a reminder in the database outlives the process")
                .doesNotContain("reminder is lost");
        taken(ana.says("forget me"));
        scene.awaitShown(ana, question("forget/sure"));
        taken(ana.presses("Yes, delete it all"));
        scene.awaitShown(ana, "Deleted");
    }

    private static void inSpanish(SlackScene scene) {
        Talk luz = scene.workspace().talk(Person.of("U0LUZ").speaking("es-MX"));
        taken(luz.command("/campaign", ""));
        scene.awaitShown(luz, "Soy un bot");
        taken(luz.presses("Saber más"));
        scene.awaitShown(luz, "Primero");
        taken(luz.presses("Menú principal"));
        scene.awaitShown(luz, question("menu/choose", Language.SPANISH));
        taken(luz.presses("Ver a mis legisladores"));
        scene.awaitShown(luz, "código postal");
        taken(luz.says("82001"));
        scene.awaitShown(luz, "Wyoming");
        taken(luz.presses("Llamar a mis senadores"));
        assertThat(scene.awaitShown(luz, "Llamo para pedirle").text()).contains("202-224-6441");
        taken(luz.presses("Dejé un mensaje"));
        scene.awaitShown(luz, "Mensaje de voz para");
        taken(luz.presses("Deshacer"));
        scene.awaitShown(luz, "ya no cuento");
        taken(luz.says("olvídeme"));
        scene.awaitShown(luz, question("forget/sure", Language.SPANISH));
        taken(luz.presses("Sí, borrar todo"));
        scene.awaitShown(luz, "Borrado");
    }

    /** Personal matters are answered in direct messages and a cry for help to that person only; no one else sees either. */
    private static void inAChannel(SlackScene scene) {
        Person ben = Person.of("U0BEN");
        Talk channel = scene.workspace().talk(ben, GENERAL);
        Talk other = scene.workspace().talk(Person.of("U0CLEO"), GENERAL);
        taken(channel.command("/campaign", "party"));
        scene.awaitShown(channel, "I'm not in this channel yet");
        taken(scene.workspace().invitesBot(ben, GENERAL));
        taken(channel.command("/campaign", "find my lawmakers"));
        scene.awaitShown(channel, "I answered you in our direct messages");
        scene.awaitShown(scene.workspace().talk(ben), question("home/place"));
        taken(channel.mentions("ICE is at my door"));
        scene.awaitShown(channel, "You have the right not to open the door");
        scene.awaitShown(scene.workspace().talk(ben), "You have the right not to open the door");
        assertThat(other.shownByBot()).extracting(SentMessage::text).isEmpty();
    }
}
