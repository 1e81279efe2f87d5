package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.Account;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.workspace.WorkspaceEvents;
import org.campaignbot.storage.Database;
import org.campaignbot.workspace.Installations;

/**
 * Deletes all data of workspaces that removed the bot, in the background: the deletion is recorded before Slack's event is
 * acknowledged, and the deleting itself, which takes seconds, comes after.
 */
final class OffboardingTask implements WorkspaceEvents {

    /** By then no process has the workspace in memory, so nothing of it can be written after this check. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final Installations installations;
    private final WatchedJobs watchedJobs;
    private final Counts counts;
    private final Console console;
    private final Jobs jobs;
    private final Runnable finish;
    private final Runnable lookAgain;
    private final Queue<Account> departed = new ConcurrentLinkedQueue<>();

    OffboardingTask(Database database, Jobs jobs, WatchedJobs watchedJobs, Counts counts, Console console) {
        this.database = database;
        this.installations = database.installations();
        this.watchedJobs = watchedJobs;
        this.counts = counts;
        this.jobs = jobs;
        this.console = console;
        this.finish = jobs.onDemand(() -> carefully(database::finishForgetting));
        this.lookAgain = jobs.onDemand(this::lookAgain);
    }

    /** Starts checking, once a minute, for what a failure or another process left unfinished. */
    void start() {
        WatchedJob watchedJob = watchedJobs.add("Farewells", PAUSE);
        jobs.every(PAUSE, () -> carefully(() -> watchedJob.run(database::finishForgetting)));
    }

    @Override
    public void left(String team) {
        Account account = new Account(SlackBot.CHANNEL, team);
        database.noteToForget(account);
        finish.run();
        jobs.after(LATE, () -> {
            departed.add(account);
            lookAgain.run();
        });
    }

    private void lookAgain() {
        for (Account account = departed.poll(); account != null; account = departed.poll()) {
            Account gone = account;
            carefully(() -> {
                // If the workspace has reinstalled the bot in the meantime, keep its new data.
                if (installations.find(gone.name()).isEmpty()) {
                    database.forgetAccount(gone);
                }
            });
        }
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
}
