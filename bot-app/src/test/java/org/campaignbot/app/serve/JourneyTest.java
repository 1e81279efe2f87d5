package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;

import java.nio.file.Path;
import org.campaignbot.people.Language;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What most people do, from start to finish, with a real process over HTTP. */
class JourneyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"polling", "webhook"})
    void peopleOfBothLanguagesLearnFindCallTakeBackAndAreForgotten(String mode) throws Exception {
        try (Scene scene = new Scene(folder)) {
            if (mode.equals("webhook")) {
                scene.byWebhook();
            }
            try (ServerProcess server = scene.server()) {
                inEnglish(scene, scene.api().talk(Person.of(101)));
                inSpanish(scene, scene.api().talk(Person.of(102).speaking("es")));
                scene.api().awaitAllConfirmed(Scene.PATIENCE);
                assertThat(server.stop()).isZero();
                assertThat(server.err()).isEmpty();
                assertThat(server.out())
                        .startsWith("@campaign_test_bot is ready")
                        .endsWith("Stopped.");
            }
            assertThat(scene.api().violations()).isEmpty();
            assertThat(scene.api().unansweredPresses()).isEmpty();
        }
    }

    private static void inEnglish(Scene scene, Talk talk) {
        talk.command("start");
        scene.awaitShown(talk, "volunteer-run bot");
        talk.presses("Learn more");
        scene.awaitShown(talk, "First, where things stand");
        talk.presses("Main menu");
        scene.awaitShown(talk, question("menu/choose"));
        talk.presses("Find my lawmakers");
        scene.awaitShown(talk, question("home/place"));
        talk.says("82001");
        scene.awaitShown(talk, question("lawmakers/card"));
        talk.presses("Call my senators");
        assertThat(scene.awaitShown(talk, question("call/card")).text()).contains("+1-202-224-6441");
        talk.presses("Left a voicemail");
        scene.awaitShown(talk, "Voicemail for Sen. Barrasso");
        talk.presses("Undo");
        scene.awaitShown(talk, "no longer counts.");
        talk.says("forget me");
        scene.awaitShown(talk, question("forget/sure"));
        talk.presses("Yes, delete it all");
        scene.awaitShown(talk, "Deleted");
    }

    private static void inSpanish(Scene scene, Talk talk) {
        talk.command("start");
        scene.awaitShown(talk, "Soy un bot");
        talk.presses("Saber más");
        scene.awaitShown(talk, "Primero");
        talk.presses("Menú principal");
        scene.awaitShown(talk, question("menu/choose", Language.SPANISH));
        talk.presses("Ver a mis legisladores");
        scene.awaitShown(talk, "código postal");
        talk.says("82001");
        scene.awaitShown(talk, "Wyoming");
        talk.presses("Llamar a mis senadores");
        assertThat(scene.awaitShown(talk, "Llamo para pedirle").text()).contains("+1-202-224-6441");
        talk.presses("Dejé un mensaje");
        scene.awaitShown(talk, "Mensaje de voz para");
        talk.presses("Deshacer");
        scene.awaitShown(talk, "ya no cuento");
        talk.says("olvídeme");
        scene.awaitShown(talk, question("forget/sure", Language.SPANISH));
        talk.presses("Sí, borrar todo");
        scene.awaitShown(talk, "Borrado");
    }
}
