package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.crash.CrashJudge;
import org.campaignbot.testkit.crash.Said;
import org.campaignbot.testkit.crash.Verdict;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives the end of a process, by shutdown or by a kill. */
class RestartTest {

    private static final int KILLS = 3;
    private static final int PEOPLE = 8;

    /** What everyone types at once, and a unique part of each answer. */
    private static final Map<String, String> LINES = new LinkedHashMap<>();

    static {
        LINES.put("Talked to someone", "Talked to Sen.");
        LINES.put("menu", question("menu/choose"));
        LINES.put("learn", "What would you like to read about?");
        LINES.put("who profits", "has become a way to make money");
        LINES.put("family detention", "spoke out against locking up parents");
        LINES.put("right to asylum", "Asylum is protection for people");
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aConversationGoesOnAfterARestartWhereItWas() throws Exception {
        try (Scene scene = new Scene(folder)) {
            Talk talk = scene.api().talk(Person.of(1));
            try (ServerProcess server = scene.server()) {
                talk.says("call");
                scene.awaitShown(talk, question("home/place"));
                talk.says("Wyoming");
                scene.awaitShown(talk, question("call/card"));
                assertThat(server.stop()).isZero();
            }
            talk.says("2");
            try (ServerProcess again = scene.server()) {
                scene.awaitShown(talk, "Voicemail for Sen. Barrasso");
                assertThat(again.stop()).isZero();
                assertThat(again.err()).isEmpty();
            }
        }
    }

    @Test
    void anUpdateIsConfirmedOnlyOnceItIsCommitted() throws Exception {
        try (Scene scene = new Scene(folder)) {
            Talk talk = scene.api().talk(Person.of(1));
            Fault unanswered = scene.api().faults().next(100).of("sendMessage").internalError();
            try (ServerProcess server = scene.server()) {
                long update = talk.says("call");
                scene.api().awaitConfirmed(update, Scene.PATIENCE);
                server.kill();
            }
            unanswered.cancel();
            try (ServerProcess again = scene.server()) {
                // The update isn't delivered again, so the message shown now was stored with its turn.
                scene.awaitShown(talk, question("home/place"));
                assertThat(again.stop()).isZero();
            }
        }
    }

    @Test
    void noUpdateIsLostAndNoOutcomeCountedTwiceByKillsInTheMiddleOfWork() throws Exception {
        Map<Long, List<Said>> said = new ConcurrentHashMap<>();
        List<Long> kills = new ArrayList<>();
        try (Scene scene = new Scene(folder)) {
            scene.api().log().listen(call -> note(call, said));
            List<Talk> talks = LongStream.rangeClosed(1, PEOPLE)
                    .mapToObj(id -> scene.api().talk(Person.of(id)))
                    .toList();
            ServerProcess server = scene.server();
            try {
                for (Talk talk : talks) {
                    talk.says("call");
                    talk.says("New York");
                    scene.awaitShown(talk, question("call/card"));
                }
                talks.forEach(talk -> LINES.forEach((words, mark) -> talk.says(words)));
                for (int kill = 0; kill < KILLS; kill++) {
                    long confirmed = scene.api().confirmedUpdates();
                    scene.api()
                            .await(
                                    () -> scene.api().confirmedUpdates() > confirmed
                                            || scene.api().pendingUpdates() == 0,
                                    Scene.PATIENCE,
                                    "the server took nothing");
                    kills.add(System.nanoTime());
                    server.kill();
                    server = scene.server();
                }
                scene.api().awaitAllConfirmed(Scene.PATIENCE);
                for (Talk talk : talks) {
                    scene.awaitShown(talk, List.copyOf(LINES.values()).get(LINES.size() - 1));
                }
                assertThat(server.stop()).isZero();
                assertThat(server.err()).isEmpty();
            } finally {
                server.close();
            }
            CrashJudge judge = new CrashJudge(kills, Duration.ofSeconds(30));
            for (Talk talk : talks) {
                List<Said> heard = said.getOrDefault(talk.chat(), List.of());
                Verdict verdict = judge.judge(List.copyOf(LINES.values()), heard);
                assertThat(verdict.lost()).isEmpty();
                assertThat(verdict.outOfOrder()).isEmpty();
                // A reply that is in flight at every kill is sent once more after each of them.
                assertThat(LINES.values())
                        .allSatisfy(mark -> assertThat(heard.stream()
                                        .filter(each -> each.text().contains(mark)))
                                .hasSizeLessThanOrEqualTo(1 + KILLS));
            }
            assertThat(reportsOfCallsIn(scene)).isEqualTo(PEOPLE);
        }
    }

    private static void note(Call call, Map<Long, List<Said>> said) {
        if (!call.text().isEmpty()) {
            said.computeIfAbsent(call.chat(), chat -> Collections.synchronizedList(new ArrayList<>()))
                    .add(new Said(call.text(), System.nanoTime()));
        }
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
