package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.BotProcess;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server keeps serving during a key rotation that is killed halfway and run again. */
class KeyRotationWhileServingTest {

    private static final int PEOPLE = 6;

    /** What people type, and part of each answer. */
    private static final Map<String, String> LINES = new LinkedHashMap<>();

    static {
        LINES.put("Talked to someone", "Talked to Sen.");
        LINES.put("menu", question("menu/choose"));
        LINES.put("learn", "What would you like to read about?");
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void everyConversationGoesOnThroughARotationThatIsKilledOnce() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerProcess server = scene.server()) {
            Path key = scene.data().resolve("key");
            String old = Files.readString(key);
            List<Talk> talks = LongStream.rangeClosed(1, PEOPLE)
                    .mapToObj(id -> scene.api().talk(Person.of(id)))
                    .toList();
            for (Talk talk : talks) {
                talk.says("call");
                talk.says("New York");
                scene.awaitShown(talk, question("call/card"));
            }

            Process killed = BotProcess.begin(scene.variables(), "key", "rotate");
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).endsWith(" %");
            } finally {
                killed.destroyForcibly().waitFor();
            }
            assertThat(Files.readAllLines(key)).hasSize(2).contains(old.strip());
            say(scene, talks, "Talked to someone");

            for (Talk talk : talks) {
                talk.says("menu");
            }
            BotHere rotated = BotHere.run(scene.variables(), "", "key", "rotate");
            assertThat(rotated.err()).isEmpty();
            assertThat(rotated.exit()).isZero();
            assertThat(rotated.out()).contains("Everything is sealed with the new key");
            assertThat(Files.readAllLines(key)).hasSize(1).doesNotContain(old.strip());
            for (Talk talk : talks) {
                scene.awaitShown(talk, LINES.getOrDefault("menu", ""));
            }
            say(scene, talks, "learn");

            assertThat(server.stop()).isZero();
            assertThat(server.err()).isEmpty();
            assertThat(reportsOfCallsIn(scene)).isEqualTo(PEOPLE);
        }
    }

    private static void say(Scene scene, List<Talk> talks, String line) {
        talks.forEach(talk -> talk.says(line));
        talks.forEach(talk -> scene.awaitShown(talk, LINES.getOrDefault(line, "")));
    }

    private static long reportsOfCallsIn(Scene scene) throws Exception {
        DatabaseLocation location = DatabaseLocation.of(null, scene.data());
        try (Database database = Database.open(location, null, InstantSource.system())) {
            return database.tally().bySeat(Fixtures.EVER).stream()
                    .filter(total ->
                            total.action().equals("call") && total.state().equals("NY"))
                    .mapToLong(Tally.SeatTotal::count)
                    .sum();
        }
    }
}
