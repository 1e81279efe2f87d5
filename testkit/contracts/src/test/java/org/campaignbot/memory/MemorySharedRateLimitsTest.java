package org.campaignbot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SharedRateLimits;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.testkit.SharedRateLimitsContract;
import org.junit.jupiter.api.Test;

class MemorySharedRateLimitsTest extends SharedRateLimitsContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);

    @Override
    protected SharedRateLimits fresh() {
        return new MemorySharedRateLimits(clock);
    }

    @Override
    protected SettableClock clock() {
        return clock;
    }

    @Test
    void aProcessThatHasJustStartedWaitsForOneWindow() {
        SharedRateLimits.Need need = new SharedRateLimits.Need(new RateLimits.Limit(30, Duration.ofSeconds(1)), 0, 1);
        SharedRateLimits.Need none = new SharedRateLimits.Need(null, 0, 0);
        assertThat(fresh().refresh(new Account("paper", "bot"), need, none).resumeNotBefore())
                .isEqualTo(Fixtures.NOON.plusSeconds(1));
    }
}
