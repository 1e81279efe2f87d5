package campaignbot.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import campaignbot.app.watch.Standing.Status;
import campaignbot.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    private final SettableClock clock = new SettableClock(BEGIN);
    private final AtomicInteger failures = new AtomicInteger();
    private final Jobs jobs = new Jobs(clock, failures::incrementAndGet);
    private final Job job = jobs.add("Call parties", Duration.ofSeconds(1));

    private void fails() {
        assertThatThrownBy(() -> job.run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aJobThatIsDoneInTimeIsWell() {
        clock.advance(Duration.ofSeconds(61));
        job.run(() -> {});
        clock.advance(Duration.ofSeconds(61));
        Standing standing = job.standing();
        assertThat(standing).isEqualTo(new Standing("call-parties", Status.OK, BEGIN, BEGIN.plusSeconds(61), ""));
        assertThat(failures).hasValue(0);
    }

    @Test
    void aJobThatIsNotDoneIsLateSinceItWasDue() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(job.standing().status()).isEqualTo(Status.LATE);
        assertThat(job.standing().since()).isEqualTo(BEGIN.plusSeconds(62));
        job.run(() -> {});
        assertThat(job.standing().status()).isEqualTo(Status.OK);
    }

    @Test
    void aRoundThatDoesNotEndIsLateWhileOthersDo() {
        Job intake = jobs.add("Intake", null);
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
        assertThat(job.standing().status()).isEqualTo(Status.FAILED);
        assertThat(job.standing().since()).isEqualTo(BEGIN);
        assertThat(job.standing().mend()).isNotEmpty();
        assertThat(failures).hasValue(2);
        job.run(() -> {});
        assertThat(job.standing().status()).isEqualTo(Status.OK);
        assertThat(job.standing().since()).isEqualTo(BEGIN.plusSeconds(5));
    }
}
