package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignbot.platform.Counts;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Counts counts = new Counts();
    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(counts, now::get);

    @Test
    void aBotThatJustStartedLooksEverySecond() {
        assertThat(pace.pause()).isEqualTo(Pace.TICK);
    }

    @Test
    void onceNothingHasHappenedForAWhileItLooksLessOften() {
        passes(Pace.QUIET_AFTER.minusNanos(1));
        assertThat(pace.pause()).isEqualTo(Pace.TICK);
        passes(Duration.ofNanos(1));
        assertThat(pace.pause()).isEqualTo(Pace.QUIET_TICK);
    }

    @Test
    void anythingThatHappensBringsTheUsualPaceBack() {
        passes(Pace.QUIET_AFTER);
        counts.add("turns");
        assertThat(pace.pause()).isEqualTo(Pace.TICK);
        passes(Pace.QUIET_AFTER);
        assertThat(pace.pause()).isEqualTo(Pace.QUIET_TICK);
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
