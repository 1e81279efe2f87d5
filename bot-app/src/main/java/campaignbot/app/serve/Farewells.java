package campaignbot.app.serve;

import campaignbot.app.installation.Whereabouts;
import campaignbot.app.watch.Job;
import campaignbot.app.watch.Jobs;
import campaignbot.delivery.Account;
import campaignbot.slack.SlackBot;
import campaignbot.slack.WorkspaceEvents;
import campaignbot.storage.Database;
import campaignbot.workspace.Installations;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Deletes all that belongs to workspaces which have removed the bot, on a thread of its own: what is to go is noted before Slack hears
 * that it was told, and the deleting, which takes seconds, comes after.
 */
final class Farewells implements WorkspaceEvents, AutoCloseable {

    /** By then no process knows the workspace from memory any more, so that nothing of it is written behind this look. */
    private static final long LATE_SECONDS = 120;

    private static final long LONGEST_STOP_SECONDS = 1;

    private final Database database;
    private final Installations installations;
    private final Jobs jobs;
    private final Counts counts;
    private final Console console;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "farewells"));

    Farewells(Database database, Jobs jobs, Counts counts, Console console) {
        this.database = database;
        this.installations = database.installations();
        this.jobs = jobs;
        this.counts = counts;
        this.console = console;
    }

    /** Begins to look, once a minute, for what a failure or another process has left half done. */
    void start() {
        Job job = jobs.add("Farewells", Duration.ofMinutes(1));
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                () -> carefully(() -> job.run(database::finishForgetting)), 1, 1, TimeUnit.MINUTES);
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
            // Whoever has installed the bot anew meanwhile has begun anew.
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
                            + " minute: " + Whereabouts.of(failure));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            // What is left is noted, and the next start goes on with it.
            boolean unused = thread.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
