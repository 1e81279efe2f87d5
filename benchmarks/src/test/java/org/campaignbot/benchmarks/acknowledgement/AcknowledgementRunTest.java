package org.campaignbot.benchmarks.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.campaignbot.app.Bot;
import org.campaignbot.benchmarks.wire.Loop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementRunTest {

    private static final int USERS = 3;
    private static final double SECONDS = 0.3;

    /** The bot as the launcher starts it, from the classes of this build. */
    private static final List<String> BOT = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dbot.home=..",
            // What the tests of the content have learned from the questions; else it takes half a minute.
            "-Dbot.learned=../content/target/learned",
            "-cp",
            System.getProperty("java.class.path"),
            Bot.class.getName(),
            "serve");

    @TempDir
    private Path folder;

    @Test
    void theBotAcknowledgesAllThatItIsSentAndAnswersIt() throws Exception {
        try (Loop loop = new Loop("driver");
                Contestant bot = Contestant.start(Contender.OURS, BOT, loop, folder.resolve("ours"))) {
            Figures round = bot.round(USERS, SECONDS);
            assertThat(round.refused()).isZero();
            assertThat(round.acknowledged()).isPositive();
            assertThat(round.messages())
                    .as("one message at least for each request")
                    .isGreaterThanOrEqualTo(1);
            assertThat(round.p99()).isGreaterThanOrEqualTo(round.median());
        }
    }

    @Test
    void theBareHandlerAcknowledgesTheSameAndSaysNothing() throws Exception {
        try (Loop loop = new Loop("driver");
                Contestant bare =
                        Contestant.start(Contender.BARE, Contender.BARE.command(), loop, folder.resolve("bare"))) {
            Figures round = bare.round(USERS, SECONDS);
            assertThat(round.refused()).isZero();
            assertThat(round.acknowledged()).isPositive();
            assertThat(round.messages()).isZero();
        }
    }

    @Test
    void theReportSetsOursBesideTheOthers() {
        Report report = new Report();
        report.row(50, Contender.OURS, List.of(acknowledging(4_000, 12)), 300);
        report.row(50, Contender.BOLT, List.of(acknowledging(2_000, 24)), 100);
        report.row(50, Contender.BARE, List.of(acknowledging(10_000, 5)), 100);
        assertThat(report.lines())
                .contains(
                        "- 50 users: 2.00 × Bolt for JavaScript (aim: at least 1.0), 0.50 × its 99 of 100",
                        "- 50 users: 0.40 × bare JDK handler (aim: at least 0.5), 2.40 × its 99 of 100",
                        "- 50 users: 99 of 100 acknowledged within 12.0 ms (aim: under 40)");
    }

    private static Figures acknowledging(double perSecond, double p99) {
        return new Figures(perSecond, p99 / 2, p99, 0.2, 20, 1, 0, 0);
    }
}
