package campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.app.installation.Shipped;
import campaignbot.telegram.SettingsReader;
import campaignbot.telegram.TelegramBot;
import campaignbot.testkit.fake.Fault;
import campaignbot.testkit.telegram.FakeBotApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntroducingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeBotApi api = FakeBotApi.start();
    private final Told troubles = new Told();
    private final TelegramBot bot = bot();
    private final Introducing introducing = new Introducing(
            bot,
            new Presentation(Shipped.CAMPAIGN.pack()).introduction(),
            new Console(new PrintWriter(troubles, true), new PrintWriter(troubles, true), InstantSource.system()));

    private TelegramBot bot() {
        SettingsReader.Reading.Usable read = (SettingsReader.Reading.Usable)
                SettingsReader.read(Map.of("TELEGRAM_TOKEN", api.token(), "TELEGRAM_API_URL", api.url()));
        return new TelegramBot(read.settings(), Map.of(), key -> Optional.empty(), trouble -> {});
    }

    @AfterEach
    void end() {
        introducing.close();
        bot.close();
        api.close();
    }

    @Test
    void anEndInTheMiddleOfItIsNoTroubleOfTelegrams() throws Exception {
        Fault held = api.faults().next(1).of("getMyCommands").hold();
        introducing.start();
        held.awaitUsed(1, PATIENCE);
        introducing.close();
        held.release();
        assertThat(introducing.awaitEnd(PATIENCE)).isTrue();
        assertThat(troubles.toString()).isEmpty();
    }

    @Test
    void whatTelegramDoesNotTakeIsTold() throws Exception {
        api.faults().next(100).of("setMyCommands").internalError();
        introducing.start();
        assertThat(troubles.told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(troubles.toString())
                .contains("Telegram did not take all commands and descriptions of the bot")
                .contains("setMyCommands");
    }

    /** What is told, and a latch that opens with the first line. */
    private static final class Told extends StringWriter {
        private final CountDownLatch told = new CountDownLatch(1);

        @Override
        public void flush() {
            told.countDown();
        }
    }
}
