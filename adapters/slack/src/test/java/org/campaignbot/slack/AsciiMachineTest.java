package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.slack.home.HomeView;
import org.campaignbot.slack.receive.CommandForm;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.slack.workspace.WorkspaceEvents;
import org.campaignbot.testkit.slack.FakeSlack;
import org.campaignbot.testkit.slack.Talk;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.Test;

/** Slim containers have {@code LANG=C}, where Java 17 uses ASCII as the default charset. */
class AsciiMachineTest {

    private static final String TYPED = "¿Qué dice? 🗳️";

    @Test
    void lettersBeyondAsciiArriveAndLeaveWhole() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Machine.class.getName());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("LANG", "C");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("charset: US-ASCII").contains("in: true").contains("out: true");
        assertThat(process.exitValue()).isZero();
    }

    /** The other process. */
    static final class Machine {

        private Machine() {}

        public static void main(String[] arguments) {
            System.out.println("charset: " + Charset.defaultCharset());
            List<Update> taken = new ArrayList<>();
            try (FakeSlack slack = FakeSlack.start();
                    SlackBot bot = new SlackBot(
                            Stage.settings(slack, slack.workspace(Stage.TEAM), true),
                            new SlackHost(
                                    Map.of(),
                                    unused -> Optional.empty(),
                                    HomeView.NONE,
                                    CommandForm.NONE,
                                    trouble -> {},
                                    WorkspaceEvents.IGNORED,
                                    Instant::now,
                                    null))) {
                byte[] body = ("{\"type\":\"event_callback\",\"team_id\":\"T0ACME\",\"event_id\":\"Ev1\",\"event\":{"
                                + "\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D0ANA\",\"user\":\"U0ANA\","
                                + "\"text\":\"" + TYPED + "\"}}")
                        .getBytes(StandardCharsets.UTF_8);
                String time = Long.toString(Instant.now().getEpochSecond());
                String signature =
                        Signatures.of(org.campaignbot.testkit.slack.SlackSettings.SIGNING_SECRET, time, body);
                SlackReply unused = bot.http(taken::addAll)
                        .accept(
                                "POST",
                                SlackHttp.EVENTS,
                                null,
                                name -> name.equals(SlackHttp.SIGNATURE_HEADER) ? signature : time,
                                body);
                System.out.println("in: " + taken.toString().contains(TYPED));
                Talk ben = slack.workspace(Stage.TEAM).talk(Stage.BEN);
                ConversationKey own = SlackAddresses.own(Stage.TEAM, Stage.BEN.id());
                bot.channel().send(own.address(), own.person(), Stage.message(TYPED), null);
                System.out.println("out: " + ben.lastShown().text().equals(TYPED));
            }
        }
    }
}
