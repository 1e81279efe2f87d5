package org.campaignbot.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    private static final Duration TEN = Duration.ofNanos(10);

    @Test
    void aWindowMayBeginAnywhere() {
        assertThat(SlidingWindow.most(List.of(0L, 8L, 12L, 17L, 30L), TEN)).isEqualTo(3);
    }

    @Test
    void whatIsExactlyTheLengthApartIsInTwoWindows() {
        assertThat(SlidingWindow.most(List.of(0L, 10L, 20L), TEN)).isEqualTo(1);
    }

    @Test
    void theOrderIsOfNoMatter() {
        assertThat(SlidingWindow.most(List.of(17L, 0L, 12L, 8L), TEN)).isEqualTo(3);
    }

    @Test
    void nothingIsNone() {
        assertThat(SlidingWindow.most(List.of(), TEN)).isZero();
    }
}
