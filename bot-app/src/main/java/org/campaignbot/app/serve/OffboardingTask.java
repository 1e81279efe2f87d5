package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.sending.Account;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.workspace.WorkspaceEvents;
import org.campaignbot.storage.Database;
import org.campaignbot.workspace.Installations;

/**
 * Deletes all data of workspaces that removed the bot, on its own thread: the deletion is recorded before Slack's event is
 * acknowledged, and the deleting itself, which takes seconds, comes after.
 */
final class OffboardingTask implements WorkspaceEvents, AutoCloseable {

    /** By then no process has the workspace in memory, so nothing of it can be written after this check. */
    private static final long LATE_SECONDS = 120;

    private static final long LONGEST_STOP_SECONDS = 1;

    private final Database database;
    private final Installations installations;
    private final WatchedJobs watchedJobs;
    private final Counts counts;
    private final Console console;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "farewells"));

    OffboardingTask(Database database, WatchedJobs watchedJobs, Counts counts, Console console) {
        this.database = database;
        this.installations = database.installations();
        this.watchedJobs = watchedJobs;
        this.counts = counts;
        this.console = console;
    }

    /** Starts checking, once a minute, for what a failure or another process left unfinished. */
    void start() {
        WatchedJob watchedJob = watchedJobs.add("Farewells", Duration.ofMinutes(1));
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                () -> carefully(() -> watchedJob.run(database::finishForgetting)), 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void left(String team) {
        Account account = new Account(SlackBot.CHANNEL, team);
        database.noteToForget(account);
        thread.execute(this::finish);
        ScheduledFuture<?> unused = thread.schedule(() -> lookAgain(account), LATE_SECONDS, TimeUnit.SECONDS);
    }

    private void lookAgain(Account account) {
        carefully(() -> {
            // If the workspace has reinstalled the bot in the meantime, keep its new data.
            if (installations.find(account.name()).isEmpty()) {
                database.forgetAccount(account);
            }
        });
    }

    private void finish() {
        carefully(database::finishForgetting);
    }

    private void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            counts.add("farewells.failed");
            console.trouble(
                    "What belongs to a workspace that removed the bot could not be deleted yet; it is tried again every"
                            + " minute: " + FailurePlace.of(failure));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            // What is left is recorded, and the next start continues with it.
            boolean unused = thread.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
