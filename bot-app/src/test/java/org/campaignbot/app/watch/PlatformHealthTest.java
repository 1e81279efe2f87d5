package org.campaignbot.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.platform.Trouble;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class PlatformHealthTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    private enum Said implements Trouble {
        REFUSED,
        OTHER;

        @Override
        public String finding() {
            return "It is " + name() + ".";
        }

        @Override
        public String fix() {
            return "Fix it.";
        }
    }

    private final SettableClock clock = new SettableClock(BEGIN);
    private final List<String> told = new ArrayList<>();
    private final PlatformHealth platformHealth =
            new PlatformHealth("telegram", Set.of(Said.REFUSED), clock, told::add, told::add);

    @Test
    void silenceIsNoTroubleAndIsAskedAfterHalfAMinute() {
        clock.advance(Duration.ofSeconds(29));
        assertThat(platformHealth.isQuiet()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(platformHealth.isQuiet()).isTrue();
        clock.advance(Duration.ofHours(3));
        assertThat(platformHealth.isAway(PlatformHealth.AWAY)).isFalse();
        assertThat(platformHealth.standing().status()).isEqualTo(Status.OK);
    }

    @Test
    void aMissedCallMakesItLateAndAMinuteFailed() {
        clock.advance(Duration.ofSeconds(30));
        platformHealth.missed();
        assertThat(platformHealth.standing().status()).isEqualTo(Status.LATE);
        clock.advance(Duration.ofSeconds(30));
        assertThat(platformHealth.standing().status()).isEqualTo(Status.FAILED);
        assertThat(platformHealth.standing().since()).isEqualTo(BEGIN);
        assertThat(platformHealth.isAway(PlatformHealth.AWAY)).isTrue();
        platformHealth.reached();
        assertThat(platformHealth.standing())
                .isEqualTo(
                        new ComponentHealth("telegram", Status.OK, BEGIN.plusSeconds(60), BEGIN.plusSeconds(60), ""));
    }

    @Test
    void whatOnlyAPersonCanFixIsShownUntilItIsOver() {
        platformHealth.trouble(Said.OTHER);
        assertThat(platformHealth.isTokenRefused()).isFalse();
        platformHealth.trouble(Said.REFUSED);
        assertThat(platformHealth.isTokenRefused()).isTrue();
        assertThat(platformHealth.standing().fix()).isEqualTo("It is REFUSED. Fix it.");
        platformHealth.resolved(Said.REFUSED);
        assertThat(platformHealth.standing().fix()).isEqualTo("It is OTHER. Fix it.");
        platformHealth.resolved(Said.OTHER);
        assertThat(platformHealth.standing().status()).isEqualTo(Status.OK);
        assertThat(told).hasSize(4);
    }
}
