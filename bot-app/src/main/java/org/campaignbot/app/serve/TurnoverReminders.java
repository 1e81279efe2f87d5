package org.campaignbot.app.serve;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.directory.EasternTime;
import org.jspecify.annotations.Nullable;

/** Looks every minute, and once a day in full, whether organizers are to be told of a coming Congress. */
final class TurnoverReminders extends ServerPart {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TurnoverDesk desk;
    private final Jobs jobs;
    private final InstantSource clock;
    private @Nullable LocalDate done;

    TurnoverReminders(TurnoverDesk desk, Jobs jobs, InstantSource clock) {
        super(JOBS);
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    void open() {
        jobs.every(PAUSE, this::look);
    }

    void look() {
        LocalDate today = EasternTime.dateAt(clock.instant());
        if (!today.equals(done)) {
            try {
                desk.remind(today);
                done = today;
            } catch (RuntimeException storeFails) {
                // Its own alarm tells of that; the next look reminds.
            }
        }
    }
}
