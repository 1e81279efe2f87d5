package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntroductionTaskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeBotApi api = FakeBotApi.start();
    private final Told troubles = new Told();
    private final TelegramBot bot = bot();
    private final Jobs jobs = new Jobs();
    private final IntroductionTask introductionTask = new IntroductionTask(
            bot,
            new Presentation(Shipped.CAMPAIGN.pack()),
            jobs,
            new Console(new PrintWriter(troubles, true), new PrintWriter(troubles, true), InstantSource.system()));

    private TelegramBot bot() {
        return new TelegramBot(settings(), Map.of(), key -> Optional.empty(), trouble -> {});
    }

    private TelegramSettings settings() {
        try {
            return Shipped.telegram(api.token(), api.url());
        } catch (SettingProblem problem) {
            throw new AssertionError(problem);
        }
    }

    @AfterEach
    void end() {
        jobs.end();
        bot.close();
        api.close();
    }

    @Test
    void anEndInTheMiddleOfItIsNoTroubleOfTelegrams() throws Exception {
        Fault held = api.faults().next(1).of("getMyCommands").hold();
        introductionTask.start();
        held.awaitUsed(1, PATIENCE);
        jobs.end();
        held.release();
        assertThat(jobs.awaitEnd(PATIENCE)).isTrue();
        assertThat(troubles.toString()).isEmpty();
    }

    @Test
    void whatTelegramDoesNotTakeIsTold() throws Exception {
        api.faults().next(100).of("setMyCommands").internalError();
        introductionTask.start();
        assertThat(troubles.told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(troubles.toString())
                .contains("Telegram did not take all commands and descriptions of the bot")
                .contains("setMyCommands");
    }

    /** The output, and a latch that opens with its first line. */
    private static final class Told extends StringWriter {
        private final CountDownLatch told = new CountDownLatch(1);

        @Override
        public void flush() {
            told.countDown();
        }
    }
}
