package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;
import static org.campaignbot.app.serve.SlackScene.taken;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.telegram.Group;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.SentMessage;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that gets alerts: one member sets them up, another ends them, and the rest is between the bot and each member. */
class GroupAlertTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant EVENING = MORNING.plus(Duration.ofHours(8));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static Database open(Path data) throws Exception {
        return Database.open(DatabaseLocation.of(null, data), null, InstantSource.system());
    }

    @Test
    void onTelegramTheButtonIsALinkAndAnyMemberEndsThem() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.set("ALERT_CANARY_PERCENT", "0");
            Group group = Group.supergroup(-1_000_700);
            Talk ana = scene.api().talk(Person.of(701), group);
            Talk ben = scene.api().talk(Person.of(702), group);
            try (ServerHere server = scene.serverHere();
                    Database database = open(scene.data())) {
                scene.api()
                        .awaitConfirmed(scene.api().group(group, Person.of(701)).addsBot(), Scene.PATIENCE);
                ana.command("group_alerts");
                scene.awaitShown(ana, question("group-alerts/topics"));
                ana.presses("All action alerts");
                scene.awaitShown(ana, "What time zone are most of you in");
                ana.presses("Eastern");
                scene.awaitShown(ana, "This group now gets action alerts");

                new SentAlert(database).begin(List.of(), false, MORNING, EVENING);
                SentMessage posted = scene.awaitShown(ben, SentAlert.WORDS);
                assertThat(posted.text()).contains("Set by").doesNotContain("type stop");
                assertThat(posted.labels()).containsExactly("Call your senators", "Stop alerts here");
                assertThat(scene.api().log().calls("sendMessage"))
                        .filteredOn(call -> call.messageId() == posted.id() && call.chat() == posted.chat())
                        .singleElement()
                        .satisfies(call -> assertThat(call.raw())
                                .contains("?start=alert--" + SentAlert.ID)
                                .contains("tg://user?id=701"));

                Talk carla = scene.api().talk(Person.of(703));
                carla.starts("alert--" + SentAlert.ID);
                scene.awaitShown(carla, question("home/place"));
                assertThat(database.subscriptions().count()).isEqualTo(1);
                ben.presses("Stop alerts here");
                scene.awaitShown(ben, "Alerts for this group are off");
                scene.api()
                        .await(
                                () -> database.subscriptions().count() == 0,
                                Scene.PATIENCE,
                                "the group is still signed up");
                server.stop();
                assertThat(server.err()).isEmpty();
                assertThat(scene.api().violations()).isEmpty();
            }
        }
    }

    @Test
    void inSlackWhatFollowsIsInDirectMessagesAndAnyMemberEndsThem() throws Exception {
        try (SlackScene scene = new SlackScene(folder, true)) {
            scene.set("ALERT_CANARY_PERCENT", "0");
            Channel channel = Channel.ofPublic("C0CALLS", "calls");
            var host = org.campaignbot.testkit.slack.Person.of("U0HOST");
            var other = org.campaignbot.testkit.slack.Person.of("U0OTHER");
            var ana = scene.workspace().talk(host, channel);
            var ben = scene.workspace().talk(other, channel);
            try (ServerProcess server = scene.server();
                    Database database = open(scene.data())) {
                taken(scene.workspace().invitesBot(host, channel));
                taken(ana.command("/campaign", "group alerts"));
                scene.awaitShown(ana, question("group-alerts/topics"));
                taken(ana.presses("All action alerts"));
                scene.awaitShown(ana, "What time zone are most of you in");
                taken(ana.presses("Eastern"));
                scene.awaitShown(ben, "This group now gets action alerts");

                new SentAlert(database).begin(List.of(), false, MORNING, EVENING);
                var posted = scene.awaitShown(ben, SentAlert.WORDS);
                assertThat(posted.ephemeral()).isFalse();
                assertThat(posted.text()).contains("Set by").doesNotContain("type stop");
                assertThat(posted.raw().toString()).contains("U0HOST");
                assertThat(posted.labels()).containsExactly("Call your senators", "Stop alerts here");

                taken(ben.presses(posted.ts(), "Call your senators"));
                scene.awaitShown(scene.workspace().talk(other), question("home/place"));
                assertThat(database.subscriptions().count()).isEqualTo(1);
                taken(ben.presses(posted.ts(), "Stop alerts here"));
                scene.awaitShown(ben, "Alerts for this group are off");
                scene.slack()
                        .await(
                                () -> database.subscriptions().count() == 0,
                                Scene.PATIENCE,
                                "the group is still signed up");
                assertThat(server.stop()).isZero();
                assertThat(server.err()).isEmpty();
                assertThat(scene.slack().violations()).isEmpty();
            }
        }
    }
}
