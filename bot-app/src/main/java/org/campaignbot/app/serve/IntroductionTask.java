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
 * Registers the bot's commands and descriptions with Telegram in the background, and retries on failure.
 *
 * <p>Nothing waits for it: until then, Telegram shows what it has from an earlier start.
 */
final class IntroductionTask implements AutoCloseable {

    private static final long TRY_AGAIN_MINUTES = 10;

    private final TelegramBot telegram;
    private final Introduction introduction;
    private final Console console;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread introducing = new Thread(work, "introducing");
        // A call to Telegram may take long; the process doesn't wait for it to end.
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
                // Shutdown interrupted it, which isn't Telegram's fault: the next start introduces the bot.
                return;
            }
            if (!problems.equals(told)) {
                told = problems;
                console.trouble(
                        "Telegram did not take all commands and descriptions of the bot; it is tried again every "
                                + TRY_AGAIN_MINUTES + " minutes. " + String.join(" ", problems));
            }
            // Errors are values, so the future never reports anything.
            ScheduledFuture<?> unused = thread.schedule(this::introduce, TRY_AGAIN_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** Interrupts the current call, without waiting for it. */
    @Override
    public void close() {
        synchronized (thread) {
            thread.shutdownNow();
        }
    }

    /** Waits until nothing is running, and returns whether that happened in time. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
