package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;
import static org.campaignbot.app.serve.SlackScene.taken;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed is gone from a server's memory after 31 minutes, even if nothing else happens in it. */
class QuietHeapTest {

    private static final String FIRST = "Quorvellian lanterns hung above our mill";
    private static final String SECOND = "Brimstorth farmers carried plumrakes home";
    private static final String THIRD = "gallivore benches and thistledown boats";
    private static final String NAME = "Zephyrantha";
    private static final String TOWN = "Ploverstrand";
    private static final String ZIP = "05401-7391";
    private static final List<String> PLANTED = List.of(FIRST, SECOND, THIRD, NAME, TOWN, ZIP);
    private static final Duration OVER = Duration.ofMinutes(31);

    /** Checks of the heap, a second apart: expired data is dropped every second, and renewing a connection takes a moment. */
    private static final int LOOKS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void ofWhatWasTypedOnTelegramNothingIsLeft() throws Exception {
        try (Scene scene = new Scene(folder.resolve("data"))) {
            // A poll takes a buffer when it starts, which may contain text from another call, and wipes it when it
            // ends.
            scene.api().limitsPolls(2);
            Talk ana = scene.api().talk(Person.of(31));
            try (QuietServer server = QuietServer.start(scene.variables())) {
                scene.api().awaitListening(Scene.PATIENCE);
                converse((shown, said) -> {
                    if (shown != null) {
                        scene.awaitShown(ana, shown);
                    }
                    if (said.startsWith("[")) {
                        ana.presses(said.substring(1, said.length() - 1));
                    } else {
                        ana.says(said);
                    }
                });
                scene.awaitShown(ana, "For Senator Peter Welch");
                assertNothingIsLeft(server);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofWhatWasTypedInSlackNothingIsLeft(boolean http) throws Exception {
        try (SlackScene scene = new SlackScene(folder.resolve("data"), http);
                QuietServer server = QuietServer.start(scene.variables())) {
            org.campaignbot.testkit.slack.Talk ana =
                    scene.workspace().talk(org.campaignbot.testkit.slack.Person.of("U0ANA"));
            converse((shown, said) -> {
                if (shown != null) {
                    scene.awaitShown(ana, shown);
                }
                taken(said.startsWith("[") ? ana.presses(said.substring(1, said.length() - 1)) : ana.says(said));
            });
            scene.awaitShown(ana, "For Senator Peter Welch");
            assertNothingIsLeft(server);
        }
    }

    /** A look-up, and a letter from its first part to the last one shown; each line waits for what is shown before it. */
    private static void converse(BiConsumer<String, String> turn) {
        turn.accept(null, "find my lawmakers");
        turn.accept(question("home/place"), ZIP);
        turn.accept(question("lawmakers/card"), "write");
        turn.accept(question("write/card"), "[Help me write it]");
        turn.accept("Why does this matter", FIRST);
        turn.accept("What have you seen", SECOND);
        turn.accept("What should that money pay for", THIRD);
        turn.accept("Your name, to sign", NAME);
        turn.accept("Your town?", TOWN);
        turn.accept("What are you asking for?", "[No to mass detention]");
        turn.accept("Here's your letter", "[How to send it]");
        turn.accept(question("send-letter/choose"), "senator peter welch");
    }

    private void assertNothingIsLeft(QuietServer server) throws IOException {
        assertThat(server.inHeap(PLANTED, folder)).as("held for a while").isNotEmpty();
        server.advance(OVER);
        Map<String, Integer> left = server.inHeap(PLANTED, folder);
        for (int look = 0; look < LOOKS && !left.isEmpty(); look++) {
            left = server.inHeap(PLANTED, folder);
        }
        assertThat(left).isEmpty();
    }
}
