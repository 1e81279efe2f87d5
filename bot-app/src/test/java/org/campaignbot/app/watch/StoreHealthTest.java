package org.campaignbot.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class StoreHealthTest {

    private boolean isFull;
    private int probes;
    private final StoreHealth storeHealth = new StoreHealth(
            () -> {
                probes++;
                if (isFull) {
                    throw new IllegalStateException("full");
                }
            },
            new SettableClock(Instant.parse("2026-11-24T15:00:00Z")));

    @Test
    void nothingIsWrittenWhileNothingFails() {
        storeHealth.look();
        storeHealth.look();
        assertThat(probes).isZero();
        assertThat(storeHealth.works()).isTrue();
    }

    @Test
    void aFailureThatIsNotTheStoresIsTriedOnce() {
        storeHealth.doubt();
        storeHealth.look();
        storeHealth.look();
        assertThat(probes).isEqualTo(1);
        assertThat(storeHealth.works()).isTrue();
    }

    @Test
    void aStoreThatIsFullIsTriedUntilItHasRoom() {
        isFull = true;
        storeHealth.doubt();
        storeHealth.look();
        storeHealth.look();
        assertThat(storeHealth.works()).isFalse();
        assertThat(storeHealth.standing().fix()).contains("disk");
        isFull = false;
        storeHealth.look();
        assertThat(storeHealth.works()).isTrue();
        storeHealth.look();
        assertThat(probes).isEqualTo(3);
    }

    @Test
    void theFirstQuestionAfterAFailureIsAnsweredTruly() {
        storeHealth.doubt();
        assertThat(storeHealth.works()).isTrue();
        isFull = true;
        storeHealth.doubt();
        assertThat(storeHealth.works()).isFalse();
        assertThat(storeHealth.works()).isFalse();
        assertThat(probes)
                .as("what is known to fail is tried by the lookout alone")
                .isEqualTo(2);
    }
}
