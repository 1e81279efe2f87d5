package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.campaignbot.telegram.Introduction;
import org.campaignbot.telegram.TelegramBot;

/**
 * Gives Telegram the bot's commands and descriptions beside its other work, and tries again where that does not go through.
 *
 * <p>Nobody has to wait for it: what Telegram has from an earlier start is shown meanwhile.
 */
final class IntroductionTask implements AutoCloseable {

    private static final long TRY_AGAIN_MINUTES = 10;

    private final TelegramBot telegram;
    private final Introduction introduction;
    private final Console console;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread introducing = new Thread(work, "introducing");
        // A call to Telegram may be long; the end of the process need not wait for this one.
        introducing.setDaemon(true);
        return introducing;
    });
    private List<String> told = List.of();

    IntroductionTask(TelegramBot telegram, Introduction introduction, Console console) {
        this.telegram = telegram;
        this.introduction = introduction;
        this.console = console;
    }

    void start() {
        thread.execute(this::introduce);
    }

    private void introduce() {
        List<String> problems =
                telegram.introduce(introduction).problems().stream().distinct().toList();
        if (problems.isEmpty()) {
            thread.shutdown();
            return;
        }
        synchronized (thread) {
            if (thread.isShutdown()) {
                // The end broke it off, which is no trouble of Telegram's: the next start introduces the bot.
                return;
            }
            if (!problems.equals(told)) {
                told = problems;
                console.trouble(
                        "Telegram did not take all commands and descriptions of the bot; it is tried again every "
                                + TRY_AGAIN_MINUTES + " minutes. " + String.join(" ", problems));
            }
            // What goes wrong is a value, so the future never tells anything.
            ScheduledFuture<?> unused = thread.schedule(this::introduce, TRY_AGAIN_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** Breaks off what is under way, without waiting for it. */
    @Override
    public void close() {
        synchronized (thread) {
            thread.shutdownNow();
        }
    }

    /** Waits until nothing is under way any more, and tells whether that came to be in time. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
