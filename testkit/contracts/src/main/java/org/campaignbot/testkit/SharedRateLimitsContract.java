package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.RateLimits.Limit;
import org.campaignbot.sending.SharedRateLimits;
import org.campaignbot.sending.SharedRateLimits.Grant;
import org.campaignbot.sending.SharedRateLimits.Need;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SharedRateLimits}, with one process. */
public abstract class SharedRateLimitsContract {

    private static final Account BOT = new Account("paper", "bot");
    private static final Account OTHER = new Account("paper", "other bot");
    private static final Limit ALL = new Limit(30, Duration.ofSeconds(1));
    private static final Limit ALERTS = new Limit(25, Duration.ofSeconds(1));

    /** An unused shared rate limit, over {@link #clock}. */
    protected abstract SharedRateLimits fresh();

    /** The clock that it uses. */
    protected abstract SettableClock clock();

    @Test
    void aProcessThatIsAloneMayUseAllOfALimit() {
        Grant grant = refresh(fresh(), BOT);
        assertThat(grant.all()).isEqualTo(30);
        assertThat(grant.alerts()).isEqualTo(25);
        assertThat(grant.until()).isAfter(clock().instant());
    }

    @Test
    void withoutALimitThereIsNone() {
        Grant grant = fresh().refresh(BOT, new Need(null, 0, 5), new Need(null, 0, 5));
        assertThat(grant.all()).isEqualTo(Integer.MAX_VALUE);
        assertThat(grant.alerts()).isEqualTo(Integer.MAX_VALUE);
        assertThat(grant.resumeNotBefore()).isEqualTo(Instant.MIN);
    }

    @Test
    void anAccountThatIsToBeLeftAloneIsLeftAloneAndNoOther() {
        SharedRateLimits pace = fresh();
        Instant resume = clock().instant().plusSeconds(60);
        pace.resumeNotBefore(BOT, resume);
        assertThat(refresh(pace, BOT).resumeNotBefore()).isBetween(resume, resume.plusMillis(1));
        assertThat(refresh(pace, OTHER).resumeNotBefore()).isBefore(resume);
    }

    @Test
    void theInstantOnlyMovesForward() {
        SharedRateLimits pace = fresh();
        Instant resume = clock().instant().plusSeconds(60);
        pace.resumeNotBefore(BOT, resume);
        pace.resumeNotBefore(BOT, resume.minusSeconds(30));
        assertThat(refresh(pace, BOT).resumeNotBefore()).isAfterOrEqualTo(resume);
        pace.resumeNotBefore(BOT, resume.plusSeconds(30));
        assertThat(refresh(pace, BOT).resumeNotBefore()).isAfterOrEqualTo(resume.plusSeconds(30));
    }

    private static Grant refresh(SharedRateLimits pace, Account account) {
        return pace.refresh(account, new Need(ALL, 0, 1), new Need(ALERTS, 0, 0));
    }
}
