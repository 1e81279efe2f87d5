package org.campaignbot.app.serve;

import java.time.Duration;
import org.campaignbot.alert.sending.AlertDispatcher;
import org.campaignbot.alert.sending.StaleSubscriptions;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.Sender;

/** Advances alerts at the usual pace, as a job of its own: a large one takes seconds, and nothing else may wait for it. */
final class AlertRounds extends ServerPart {

    private static final String ALERTS = "Alerts";

    private final AlertDispatcher dispatcher;
    private final StaleSubscriptions stale;
    private final Sender sender;
    private final Pace pace;
    private final Jobs jobs;
    private final WatchedJob watchedJob;
    private final Counts counts;
    private final Console console;

    AlertRounds(
            AlertDispatcher dispatcher,
            StaleSubscriptions stale,
            Sender sender,
            Pace pace,
            Jobs jobs,
            WatchedJobs watchedJobs,
            Counts counts,
            Console console) {
        super(JOBS);
        this.dispatcher = dispatcher;
        this.stale = stale;
        this.sender = sender;
        this.pace = pace;
        this.jobs = jobs;
        this.watchedJob = watchedJobs.add(ALERTS, Pace.TICK);
        this.counts = counts;
        this.console = console;
    }

    @Override
    void open() {
        jobs.after(Pace.TICK, this::round);
    }

    /** Schedules a round a second or a few after the last one started, since each advances only so many alerts; missed rounds are skipped. */
    private void round() {
        long began = System.nanoTime();
        try {
            watchedJob.run(this::advance);
            console.troubles().went(ALERTS);
        } catch (RuntimeException failure) {
            counts.add("alerts.failed");
            console.troubles().failed(ALERTS, failure);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Duration pause = pace.pause();
        jobs.after(took.compareTo(pause) < 0 ? pause.minus(took) : Duration.ZERO, this::round);
    }

    private void advance() {
        if (dispatcher.run() + stale.run() > 0) {
            sender.drain();
        }
    }
}
