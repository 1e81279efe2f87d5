package org.campaignbot.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class WatchedJobTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    private final SettableClock clock = new SettableClock(BEGIN);
    private final AtomicInteger failures = new AtomicInteger();
    private final WatchedJobs watchedJobs = new WatchedJobs(clock, failures::incrementAndGet);
    private final WatchedJob watchedJob = watchedJobs.add("Call parties", Duration.ofSeconds(1));

    private void fails() {
        assertThatThrownBy(() -> watchedJob.run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aJobThatIsDoneInTimeIsWell() {
        clock.advance(Duration.ofSeconds(61));
        watchedJob.run(() -> {});
        clock.advance(Duration.ofSeconds(61));
        ComponentHealth componentHealth = watchedJob.standing();
        assertThat(componentHealth)
                .isEqualTo(new ComponentHealth("call-parties", Status.OK, BEGIN, BEGIN.plusSeconds(61), ""));
        assertThat(failures).hasValue(0);
    }

    @Test
    void aJobThatIsNotDoneIsLateSinceItWasDue() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(watchedJob.standing().status()).isEqualTo(Status.LATE);
        assertThat(watchedJob.standing().since()).isEqualTo(BEGIN.plusSeconds(62));
        watchedJob.run(() -> {});
        assertThat(watchedJob.standing().status()).isEqualTo(Status.OK);
    }

    @Test
    void aRoundThatDoesNotEndIsLateWhileOthersDo() {
        WatchedJob intake = watchedJobs.add("Intake", null);
        intake.run(() -> {
            clock.advance(Duration.ofSeconds(30));
            intake.run(() -> {});
            assertThat(intake.standing().status()).isEqualTo(Status.OK);
            clock.advance(Duration.ofSeconds(30));
            assertThat(intake.standing().status()).isEqualTo(Status.LATE);
        });
        assertThat(intake.standing().status()).isEqualTo(Status.OK);
        clock.advance(Duration.ofDays(1));
        assertThat(intake.standing().status()).isEqualTo(Status.OK);
    }

    @Test
    void aJobIsFailedSinceTheFirstFailureUntilARoundGoesWell() {
        fails();
        clock.advance(Duration.ofSeconds(5));
        fails();
        assertThat(watchedJob.standing().status()).isEqualTo(Status.FAILED);
        assertThat(watchedJob.standing().since()).isEqualTo(BEGIN);
        assertThat(watchedJob.standing().fix()).isNotEmpty();
        assertThat(failures).hasValue(2);
        watchedJob.run(() -> {});
        assertThat(watchedJob.standing().status()).isEqualTo(Status.OK);
        assertThat(watchedJob.standing().since()).isEqualTo(BEGIN.plusSeconds(5));
    }
}
