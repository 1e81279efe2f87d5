package org.campaignbot.app.cli;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.campaignbot.timers.DueTimers;

/** Checks for due timers every second while the process runs; its thread doesn't keep the process alive. */
final class TimerTicker {

    private final ScheduledExecutorService seconds;

    private TimerTicker(ScheduledExecutorService seconds) {
        this.seconds = seconds;
    }

    /** Starts checking; shows the prompt again, if there is one, after the bot says something. */
    static TimerTicker start(DueTimers due, Runnable prompt, PrintStream err) {
        ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "due-timers");
            thread.setDaemon(true);
            return thread;
        });
        // Nothing escapes a check, so the future never reports anything.
        ScheduledFuture<?> unused =
                seconds.scheduleWithFixedDelay(() -> look(due, prompt, err), 1, 1, TimeUnit.SECONDS);
        return new TimerTicker(seconds);
    }

    /** Stops checking; a check in progress continues. */
    void stop() {
        seconds.shutdown();
    }

    private static void look(DueTimers due, Runnable prompt, PrintStream err) {
        try {
            if (due.run() > 0) {
                prompt.run();
            }
        } catch (RuntimeException failure) {
            // Failed timers are retried; report only the type, since a message could contain what somebody typed.
            err.println(
                    "Due timers could not be handed over: " + failure.getClass().getSimpleName());
        }
    }
}
