package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;
import static org.campaignbot.app.serve.SlackScene.taken;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.slack.Delivery;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.Talk;
import org.campaignbot.testkit.slack.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that workspaces install and remove themselves, with a real process and over real HTTP. */
class SlackWorkspacesTest {

    private static final Channel GENERAL = Channel.ofPublic("C0GENERAL", "general");
    private static final Person ANA = Person.of("U0ANA");
    private static final Person BEN = Person.of("U0BEN");

    /** Counts and hashes that identify no workspace and expire, and the database's own tables. */
    private static final Set<String> OF_NOBODY = Set.of(
            "flyway_schema_history",
            "scheduled_tasks",
            "sqlite_sequence",
            "seen_update",
            "chat_use",
            "tally_mark",
            "tally_count",
            "install_state");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aWorkspaceThatRemovesTheBotLeavesNothingAndTheOtherGoesOn() throws Exception {
        try (SlackScene scene = SlackScene.ofMany(folder);
                ServerProcess server = scene.server()) {
            Workspace staying = scene.slack().workspaceWithoutApp("T0STAYING");
            Workspace leaving = scene.slack().workspaceWithoutApp("T0LEAVING");

            assertThat(scene.installs(staying, BEN)).contains("The bot is installed.", "El bot está instalado.");
            Talk ben = staying.talk(BEN);
            taken(ben.says("call my senators"));
            scene.awaitShown(ben, question("home/place"));
            scene.slack().await(() -> rows("outbox") == 0, SlackScene.PATIENCE, "messages are left");
            Map<String, Long> before = rows();

            assertThat(scene.installs(leaving, ANA)).contains("The bot is installed.");
            livesIn(scene, leaving);
            assertThat(rows()).isNotEqualTo(before);

            leaving.uninstalls().forEach(SlackScene::taken);
            scene.slack().await(() -> rows().equals(before), SlackScene.PATIENCE, "something of it is left");

            taken(ben.says("82001"));
            scene.awaitShown(ben, "I'm asking Senator");
            assertThat(server.stop()).isZero();
            assertThat(server.err()).isEmpty();
            assertThat(server.out())
                    .startsWith("The bot on Slack is ready for every workspace that installs it, at "
                            + scene.address("/slack/install") + ".");
            assertThat(scene.slack().violations()).isEmpty();
        }
    }

    /** A person finds their lawmakers, subscribes to alerts and opens a call party. */
    private static void livesIn(SlackScene scene, Workspace workspace) {
        Talk ana = workspace.talk(ANA);
        taken(ana.says("call my senators"));
        scene.awaitShown(ana, question("home/place"));
        taken(ana.says("10001"));
        scene.awaitShown(ana, "I'm asking Senator");
        taken(ana.says("alerts"));
        scene.awaitShown(ana, "alert");
        Delivery unused = workspace.invitesBot(ANA, GENERAL);
        Talk channel = workspace.talk(ANA, GENERAL);
        taken(channel.command("/campaign", "party"));
        scene.awaitShown(channel, question("party/how-long"));
        taken(channel.presses("10 minutes"));
        scene.awaitShown(channel, "Call party");
    }

    @Test
    void whereItIsNotInstalledPeopleAreToldSoAloneAndNothingIsKept() throws Exception {
        try (SlackScene scene = SlackScene.ofMany(folder);
                ServerProcess server = scene.server()) {
            // Slack has the app there, but the bot doesn't know the workspace.
            Talk ana = scene.workspace().talk(ANA);
            taken(ana.command("/campaign", "10001"));
            scene.awaitShown(ana, "This bot isn't installed here");
            scene.awaitShown(ana, "Este bot no está instalado aquí");
            taken(ana.says("hello"));
            assertThat(ana.shownByBot()).hasSize(1);
            assertThat(rows("conversation")).isZero();
            assertThat(server.stop()).isZero();
            assertThat(server.err()).isEmpty();
            assertThat(scene.slack().violations()).isEmpty();
        }
    }

    @Test
    void anOldButtonAndAnOpenFormAreAnsweredAlsoAfterTheInstallationWasLost() throws Exception {
        try (SlackScene scene = SlackScene.ofMany(folder)) {
            Workspace workspace = scene.slack().workspaceWithoutApp("T0FORGOTTEN");
            Talk ana = workspace.talk(ANA);
            Talk ben = workspace.talk(BEN);
            try (ServerProcess server = scene.server()) {
                scene.installs(workspace, ANA);
                taken(ana.says("hello"));
                scene.awaitShown(ana, "volunteer-run bot");
                taken(ben.says("find my lawmakers"));
                scene.awaitShown(ben, question("home/place"));
                taken(ben.presses("Fill in"));
                scene.slack().await(() -> ben.modal().isPresent(), SlackScene.PATIENCE, "no form was opened");
                assertThat(server.stop()).isZero();
            }
            Files.delete(folder.resolve("bot.sqlite"));
            try (ServerProcess server = scene.server()) {
                taken(ana.presses("Learn more"));
                scene.awaitShown(ana, "This bot isn't installed here");
                taken(ben.form().fills("ZIP code, town or state", "10001").submits());
                assertThat(ben.modal().orElseThrow().errors().values())
                        .singleElement()
                        .asString()
                        .contains("This bot isn't installed here");
                assertThat(rows("conversation")).isZero();
                assertThat(server.stop()).isZero();
                assertThat(server.err()).isEmpty();
            }
        }
    }

    @Test
    void whatAProcessThatDiedDidNotFinishIsDeletedBeforeTheNextOneTakesATurn() throws Exception {
        try (SlackScene scene = SlackScene.ofMany(folder)) {
            Workspace workspace = scene.slack().workspaceWithoutApp("T0LEAVING");
            try (ServerProcess server = scene.server()) {
                scene.installs(workspace, ANA);
                Talk ana = workspace.talk(ANA);
                taken(ana.says("hello"));
                scene.awaitShown(ana, "volunteer-run bot");
                workspace.uninstalls().forEach(SlackScene::taken);
                server.kill();
            }
            try (ServerProcess server = scene.server()) {
                assertThat(rows("conversation")).isZero();
                assertThat(rows("workspace")).isZero();
                assertThat(rows("forgotten_account")).isZero();
                assertThat(server.stop()).isZero();
            }
        }
    }

    private long rows(String table) {
        return rows().getOrDefault(table, -1L);
    }

    /** The number of rows in each table that could hold data of a workspace. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bot.sqlite"));
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet table = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
                while (table.next()) {
                    tables.add(table.getString(1));
                }
            }
            tables.removeAll(OF_NOBODY);
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    rows.put(table, count.getLong(1));
                }
            }
            return rows;
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
