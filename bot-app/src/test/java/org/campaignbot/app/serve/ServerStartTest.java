package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever prevents a server from starting is reported in words. */
class ServerStartTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aMisspelledSettingStopsTheStartAndIsNamed() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.set("TELEGRAM_MOED", "webhook");
            scene.set("SERVER_PORT", "x");
            BotHere server = BotHere.run(scene.variables(), "", "serve");
            assertThat(server.exit()).isEqualTo(2);
            assertThat(server.err()).isEqualTo("""
                                The bot did not start, because of its settings:
                                - TELEGRAM_MOED isn't a setting of this bot: did you mean TELEGRAM_MODE?
                                - SERVER_PORT isn't a number. Give a whole number, or leave it out.\n""");
            assertThat(server.out()).isEmpty();
        }
    }

    /** Learning in the heap that ships takes over a minute of one core, and more on a busy machine. */
    private static final Duration LEARNS = Duration.ofMinutes(6);

    /** Nothing is learned yet in a fresh checkout, whose first command may be this one. What it learns is what others learned. */
    @Test
    void aServerLearnsFromTheQuestionsWithinTheHeapThatShipsAndAlwaysTheSame() throws Exception {
        Path learned = folder.resolve("learned");
        try (Scene scene = new Scene(folder);
                ServerProcess server = ServerProcess.readyAsShipped(
                        scene.variables(), "-Dbot.learned=" + learned, "-XX:TieredStopAtLevel=4")) {
            Talk talk = scene.api().talk(Person.of(101));
            talk.says("do they record the call");
            scene.awaitShown(talk, "how long each office keeps it", LEARNS);
            assertThat(server.err()).isEmpty();
        }
        assertThat(Shipped.CAMPAIGN.matcher()).isNotNull();
        String file = Content.DEFAULT_CAMPAIGN + ".bin";
        assertThat(learned.resolve(file)).hasSameBinaryContentAs(Shipped.LEARNED_FOLDER.resolve(file));
    }

    @Test
    void aTokenThatTelegramRefusesStopsTheStart() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.set("TELEGRAM_TOKEN", "1234:another-token-than-the-right-one-0123456");
            BotHere server = BotHere.run(scene.variables(), "", "serve");
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.err())
                    .contains("Telegram refuses the token.")
                    .contains("@BotFather")
                    .doesNotContain("another-token");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerSocket other = new ServerSocket(0)) {
            scene.set("SERVER_PORT", Integer.toString(other.getLocalPort()));
            BotHere server = BotHere.run(scene.variables(), "", "serve");
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.err())
                    .isEqualTo("Port " + other.getLocalPort() + " is taken by another program. Stop that, or give this"
                            + " bot another port by SERVER_PORT.\n");
        }
    }

    @Test
    void anAddressForOperatorsThatWasSetAndIsTakenIsNamed() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            scene.set("OPS_ADDRESS", "127.0.0.1:" + other.getLocalPort());
            BotHere server = BotHere.run(scene.variables(), "", "serve");
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.err())
                    .isEqualTo("127.0.0.1:" + other.getLocalPort() + " cannot be listened on: is it taken by another"
                            + " program? Give OPS_ADDRESS another address, or off.\n");
        }
    }

    @Test
    void theUsualAddressForOperatorsMayBeTaken() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerSocket other = new ServerSocket()) {
            try {
                other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8081));
            } catch (BindException takenAlready) {
                // Any program that already has the port serves the purpose.
            }
            scene.variables().remove("OPS_ADDRESS");
            try (ServerProcess server = scene.server()) {
                assertThat(server.out())
                        .contains("Operators' pages are not served, since another program has 127.0.0.1:8081.");
                assertThat(server.err()).isEmpty();
            }
        }
    }

    @Test
    void aSecondServerOnTheSameFolderDoesNotStart() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerProcess first = scene.server();
                ServerProcess second = ServerProcess.start(scene.variables())) {
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err()).startsWith("Another bot serves ").doesNotContain("Exception");
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void withoutATokenAndWithoutTheWebItSaysHowToGetOne() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.variables().keySet().removeIf(name -> name.startsWith("TELEGRAM_"));
            scene.set("WEB", "off");
            BotHere server = BotHere.run(scene.variables(), "", "serve");
            assertThat(server.exit()).isEqualTo(2);
            assertThat(server.err()).startsWith("TELEGRAM_TOKEN is not set. Make a bot with @BotFather");
        }
    }
}
