package org.campaignbot.app;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.campaignbot.timers.DueTimers;

/** Looks for due timers every second while the process runs; its thread does not keep the process alive. */
final class TimerTicker {

    private final ScheduledExecutorService seconds;

    private TimerTicker(ScheduledExecutorService seconds) {
        this.seconds = seconds;
    }

    /** Starts looking; after something was said a prompt is shown again, where there is one. */
    static TimerTicker start(DueTimers due, Runnable prompt, PrintStream err) {
        ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "due-timers");
            thread.setDaemon(true);
            return thread;
        });
        // Nothing is thrown out of a look, so the future never tells anything.
        ScheduledFuture<?> unused =
                seconds.scheduleWithFixedDelay(() -> look(due, prompt, err), 1, 1, TimeUnit.SECONDS);
        return new TimerTicker(seconds);
    }

    /** Ends the looking; a look that has begun goes on. */
    void stop() {
        seconds.shutdown();
    }

    private static void look(DueTimers due, Runnable prompt, PrintStream err) {
        try {
            if (due.run() > 0) {
                prompt.run();
            }
        } catch (RuntimeException failure) {
            // What failed is offered again; only its kind is told, since a message could hold what was typed.
            err.println(
                    "Due timers could not be handed over: " + failure.getClass().getSimpleName());
        }
    }
}
