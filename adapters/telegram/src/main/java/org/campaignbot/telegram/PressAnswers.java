package org.campaignbot.telegram;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.campaignbot.platform.Counts;
import org.campaignbot.telegram.BotApi.Answer;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/**
 * Ends the spinner on a pressed button, in its own threads so that nothing waits for it.
 *
 * <p>It's a courtesy: an answer that comes too late ("query is too old"), or finds no room in the queue, is counted and dropped.
 */
final class PressAnswers implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int WAITING = 2_000;
    private static final long LAST_SECONDS = 1;

    private final BotApi api;
    private final Counts counts;
    private final ThreadPoolExecutor pool;

    PressAnswers(BotApi api, Counts counts) {
        this.api = api;
        this.counts = counts;
        this.pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                work -> {
                    Thread thread = new Thread(work, "telegram-press-answers");
                    thread.setDaemon(true);
                    return thread;
                },
                (work, full) -> counts.add(TelegramCount.PRESS_NOT_ANSWERED));
        pool.allowCoreThreadTimeOut(true);
    }

    /** Answers a press soon. */
    void answer(String press) {
        pool.execute(() -> {
            Answer answer = api.call(new AnswerCallbackQuery(press));
            counts.add(answer instanceof Answer.Done ? TelegramCount.PRESS_ANSWERED : TelegramCount.PRESS_NOT_ANSWERED);
        });
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
