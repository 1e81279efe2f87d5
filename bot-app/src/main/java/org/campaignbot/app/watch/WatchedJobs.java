package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All jobs of this process; safe for use by several threads. */
public final class WatchedJobs {

    private final Map<String, WatchedJob> jobs = new ConcurrentSkipListMap<>();
    private final InstantSource clock;
    private final Runnable onFailure;

    /**
     * No jobs yet.
     *
     * @param onFailure told whenever a round of one failed
     */
    public WatchedJobs(InstantSource clock, Runnable onFailure) {
        this.clock = clock;
        this.onFailure = onFailure;
    }

    /**
     * A job that is late from now on where it is not done.
     *
     * @param title its name as people read it, as {@code Call parties}; part of the code
     * @param pause how long it usually rests, or null where it waits for something to do
     */
    public WatchedJob add(String title, @Nullable Duration pause) {
        WatchedJob watchedJob =
                new WatchedJob(title.toLowerCase(Locale.ROOT).replace(' ', '-'), pause, clock, onFailure);
        jobs.put(watchedJob.name(), watchedJob);
        return watchedJob;
    }

    /** How all stand, by name. */
    public List<ComponentHealth> standings() {
        return jobs.values().stream().map(WatchedJob::standing).toList();
    }
}
