package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.campaignbot.alert.Alert;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.slack.Call;
import org.campaignbot.testkit.slack.Faults;
import org.campaignbot.testkit.slack.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert to two hundred people in a workspace while Slack fails in every possible way. */
class AlertStormOnSlackTest {

    private static final int PEOPLE = 200;
    private static final int ALWAYS = 1_000_000;
    private static final String POST = "chat.postMessage";
    private static final String OPEN = "conversations.open";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static Person person(int number) {
        return Person.of("U0P" + number);
    }

    private static List<Person> people(IntPredicate which) {
        return IntStream.rangeClosed(1, PEOPLE)
                .filter(which)
                .mapToObj(AlertStormOnSlackTest::person)
                .toList();
    }

    private static List<ConversationKey> conversations(SlackScene scene, IntPredicate which) {
        return people(which).stream().map(scene::inPrivate).toList();
    }

    /** The direct messages of these people. */
    private static List<String> channels(SlackScene scene, IntPredicate which) {
        return people(which).stream()
                .map(each -> scene.workspace().talk(each).channel())
                .toList();
    }

    private static IntPredicate endingIn(int digit) {
        return number -> number % 10 == digit;
    }

    /** A fault for messages to these people. */
    private static Faults.Order posting(SlackScene scene, int times, IntPredicate to) {
        List<String> channels = channels(scene, to);
        return scene.slack().faults().next(times).of(POST).when(call -> channels.contains(call.channel()));
    }

    /** A fault when opening these people's direct messages. */
    private static Faults.Order opening(SlackScene scene, int times, IntPredicate of) {
        List<String> quoted =
                people(of).stream().map(each -> "\"" + each.id() + "\"").toList();
        return scene.slack()
                .faults()
                .next(times)
                .of(OPEN)
                .when(call -> quoted.stream().anyMatch(call.raw()::contains));
    }

    private static List<Call> posted(SlackScene scene) {
        return scene.slack().log().calls().stream()
                .filter(call -> call.method().equals(POST))
                .toList();
    }

    @Test
    void everybodyEndsInOneStateAndWhoIsSaidToHaveItDoes() throws Exception {
        try (SlackScene scene = new SlackScene(folder, false)) {
            scene.set("SLACK_ALERT_RATE_PER_MINUTE", "0");
            scene.set("ALERT_CANARY_PERCENT", "0");
            IntPredicate gone = number -> number % 2 == 0;
            IntPredicate all = number -> true;
            assertThat(channels(scene, all)).hasSize(PEOPLE);
            opening(scene, ALWAYS, gone).error("user_disabled");
            opening(scene, 2, all).rateLimitedEverywhere(1);
            opening(scene, 2, endingIn(7)).internalError();
            opening(scene, 2, endingIn(7)).loseAnswer();
            posting(scene, 20, endingIn(1)).rateLimited(1);
            posting(scene, 10, endingIn(3)).internalError();
            posting(scene, 10, endingIn(3)).error("fatal_error");
            posting(scene, 10, endingIn(5)).loseAnswer();
            posting(scene, 10, endingIn(5)).cutAnswer();
            try (ServerHere server = ServerHere.start(scene.variables(), scene.clock());
                    Database database =
                            Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system())) {
                SentAlert alert = new SentAlert(database);
                alert.begin(
                        conversations(scene, all),
                        false,
                        scene.clock().instant(),
                        scene.clock().instant().plus(Duration.ofHours(9)));
                scene.slack().await(alert::isSettled, Scene.PATIENCE, "not everybody came to an end");
                scene.slack()
                        .await(
                                () -> alert.subscribed(conversations(scene, gone))
                                        .isEmpty(),
                                Scene.PATIENCE,
                                "somebody who is gone is signed up");

                assertThat(alert.alert().stage()).isEqualTo(Alert.Stage.DONE);
                assertThat(alert.figures()).isEqualTo(Map.of("failed/gone", 100L, "sent", 60L, "unknown", 40L));
                IntPredicate sent = number -> number % 10 == 1 || number % 10 == 7 || number % 10 == 9;
                assertThat(alert.saidToBeSent(conversations(scene, all)))
                        .containsExactlyInAnyOrderElementsOf(conversations(scene, sent));
                assertThat(posted(scene).stream().filter(Call::accepted).map(Call::channel))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(channels(scene, sent.or(endingIn(5))));
                // Only rate-limited messages were posted again.
                assertThat(posted(scene).stream()
                                .filter(call -> call.status() != 429)
                                .map(Call::channel))
                        .hasSize(PEOPLE / 2)
                        .doesNotHaveDuplicates();
                assertThat(alert.subscribed(conversations(scene, gone.negate())))
                        .hasSize(PEOPLE / 2);
                assertThat(scene.slack().earlyCalls()).isEmpty();
                assertThat(scene.slack().violations()).isEmpty();
                assertThat(server.err()).isEmpty();
            }
        }
    }
}
