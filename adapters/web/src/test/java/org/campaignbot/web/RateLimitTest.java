package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private Instant now = Instant.parse("2026-11-24T15:00:00Z");

    @Test
    void aClientHasSoManyAMinuteAndOthersTheirOwn() {
        RateLimit limit = new RateLimit(2, () -> now);
        assertThat(limit.take("a")).isTrue();
        assertThat(limit.take("a")).isTrue();
        assertThat(limit.take("a")).isFalse();
        assertThat(limit.take("b")).isTrue();
        assertThat(limit.take(null)).isTrue();
        now = now.plusSeconds(61);
        limit.dropExpired();
        assertThat(limit.take("a")).isTrue();
    }
}
