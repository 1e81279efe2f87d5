package campaignbot.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.app.watch.Standing.Status;
import campaignbot.platform.Trouble;
import campaignbot.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlatformTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    private enum Said implements Trouble {
        REFUSED,
        OTHER;

        @Override
        public String finding() {
            return "It is " + name() + ".";
        }

        @Override
        public String mend() {
            return "Mend it.";
        }
    }

    private final SettableClock clock = new SettableClock(BEGIN);
    private final List<String> told = new ArrayList<>();
    private final Platform platform = new Platform("telegram", Set.of(Said.REFUSED), clock, told::add, told::add);

    @Test
    void silenceIsNoTroubleAndIsAskedAfterHalfAMinute() {
        clock.advance(Duration.ofSeconds(29));
        assertThat(platform.isQuiet()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(platform.isQuiet()).isTrue();
        clock.advance(Duration.ofHours(3));
        assertThat(platform.isAway(Platform.AWAY)).isFalse();
        assertThat(platform.standing().status()).isEqualTo(Status.OK);
    }

    @Test
    void aMissedCallMakesItLateAndAMinuteFailed() {
        clock.advance(Duration.ofSeconds(30));
        platform.missed();
        assertThat(platform.standing().status()).isEqualTo(Status.LATE);
        clock.advance(Duration.ofSeconds(30));
        assertThat(platform.standing().status()).isEqualTo(Status.FAILED);
        assertThat(platform.standing().since()).isEqualTo(BEGIN);
        assertThat(platform.isAway(Platform.AWAY)).isTrue();
        platform.reached();
        assertThat(platform.standing())
                .isEqualTo(new Standing("telegram", Status.OK, BEGIN.plusSeconds(60), BEGIN.plusSeconds(60), ""));
    }

    @Test
    void whatOnlyAPersonCanMendIsShownUntilItIsOver() {
        platform.trouble(Said.OTHER);
        assertThat(platform.isTokenRefused()).isFalse();
        platform.trouble(Said.REFUSED);
        assertThat(platform.isTokenRefused()).isTrue();
        assertThat(platform.standing().mend()).isEqualTo("It is REFUSED. Mend it.");
        platform.mended(Said.REFUSED);
        assertThat(platform.standing().mend()).isEqualTo("It is OTHER. Mend it.");
        platform.mended(Said.OTHER);
        assertThat(platform.standing().status()).isEqualTo(Status.OK);
        assertThat(told).hasSize(4);
    }
}
