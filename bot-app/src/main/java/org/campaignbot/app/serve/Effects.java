package org.campaignbot.app.serve;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.platform.Counts;
import org.campaignbot.update.EffectResults;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the effects of committed turns on its own thread, so that nothing waits for them.
 *
 * <p>One round handles all pending effects and results, so at most one more is queued.
 */
final class Effects implements Executor, AutoCloseable {

    private static final long LONGEST_SECONDS = 1;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            work -> new Thread(work, "effects"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private final WatchedJob watchedJob;
    private final Counts counts;
    private final Console console;
    private volatile Runnable handOn = () -> {};
    private volatile boolean hasResults;

    Effects(WatchedJobs watchedJobs, Counts counts, Console console) {
        this.watchedJob = watchedJobs.add("Effects", null);
        this.counts = counts;
        this.console = console;
    }

    /**
     * Calls this once a result was added, after the run of the effect that gave it is committed. A person is waiting for it, so it
     * needn't wait for the next poll.
     */
    void handOn(Runnable work) {
        handOn = work;
    }

    /** The same results, noticing each that is added. */
    EffectResults watching(EffectResults results) {
        return new EffectResults() {
            @Override
            public void add(Answer answer) {
                results.add(answer);
                hasResults = true;
                // Behind the run whose effect adds it; news that no effect brought only needs the next round.
                thread.execute(Effects.this::round);
            }

            @Override
            public List<Answer> waiting(int most) {
                return results.waiting(most);
            }

            @Override
            public void done(Collection<String> ids) {
                results.done(ids);
            }

            @Override
            public void forget(ConversationKey conversation) {
                results.forget(conversation);
            }
        };
    }

    @Override
    public void execute(Runnable work) {
        waiting.set(work);
        thread.execute(this::round);
    }

    /** Carries out the effects that wait, and hands on the results; a round in the queue does so for all who asked for one. */
    private void round() {
        Runnable work = waiting.getAndSet(null);
        if (work != null) {
            try {
                watchedJob.run(work);
            } catch (RuntimeException failure) {
                // They are committed, so the next run retries them.
                counts.add("effects.put-off");
                console.troubles().met("Effects could not be carried out now: " + FailurePlace.of(failure), failure);
            }
        }
        if (hasResults) {
            hasResults = false;
            handOn.run();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                console.trouble("Effects were still being carried out at the end; they go on at the next start.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
