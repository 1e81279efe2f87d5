package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All jobs of this process. Thread-safe. */
public final class WatchedJobs {

    private final Map<String, WatchedJob> jobs = new ConcurrentSkipListMap<>();
    private final List<Supplier<ComponentHealth>> others = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final Runnable onFailure;

    /**
     * Starts without any jobs.
     *
     * @param onFailure called whenever a job's round fails
     */
    public WatchedJobs(InstantSource clock, Runnable onFailure) {
        this.clock = clock;
        this.onFailure = onFailure;
    }

    /**
     * Adds a job, which from now on is late if it doesn't run.
     *
     * @param title its display name, like {@code Call parties}; part of the code
     * @param pause its usual pause, or null if it waits for work
     */
    public WatchedJob add(String title, @Nullable Duration pause) {
        WatchedJob watchedJob =
                new WatchedJob(title.toLowerCase(Locale.ROOT).replace(' ', '-'), pause, clock, onFailure);
        jobs.put(watchedJob.name(), watchedJob);
        return watchedJob;
    }

    /** Adds a job that knows its own health, such as one that runs once a week. */
    public void show(Supplier<ComponentHealth> job) {
        others.add(job);
    }

    /** The health of all jobs, by name. */
    public List<ComponentHealth> standings() {
        return Stream.concat(
                        jobs.values().stream().map(WatchedJob::standing),
                        others.stream().map(Supplier::get))
                .sorted(Comparator.comparing(ComponentHealth::name))
                .toList();
    }
}
