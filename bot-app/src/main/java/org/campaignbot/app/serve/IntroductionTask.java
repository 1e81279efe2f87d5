package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.List;
import org.campaignbot.telegram.Introduction;
import org.campaignbot.telegram.TelegramBot;

/**
 * Registers the bot's commands and descriptions with Telegram in the background, and retries on failure.
 *
 * <p>Nothing waits for it: until then, Telegram shows what it has from an earlier start.
 */
final class IntroductionTask {

    /** The first answers go before it. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final TelegramBot telegram;
    private final Introduction introduction;
    private final Console console;
    private final Jobs jobs;
    private List<String> told = List.of();

    IntroductionTask(TelegramBot telegram, Presentation presentation, Jobs jobs, Console console) {
        this.telegram = telegram;
        this.introduction = presentation.introduction();
        this.jobs = jobs;
        this.console = console;
    }

    void start() {
        jobs.after(FIRST, this::introduce);
    }

    private void introduce() {
        List<String> problems =
                telegram.introduce(introduction).problems().stream().distinct().toList();
        // An end interrupts it, which isn't Telegram's fault: the next start introduces the bot.
        if (problems.isEmpty() || jobs.isEnding()) {
            return;
        }
        if (!problems.equals(told)) {
            told = problems;
            console.trouble("Telegram did not take all commands and descriptions of the bot; it is tried again every "
                    + PAUSE.toMinutes() + " minutes. " + String.join(" ", problems));
        }
        jobs.after(PAUSE, this::introduce);
    }
}
