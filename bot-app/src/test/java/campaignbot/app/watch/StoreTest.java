package campaignbot.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.testkit.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoreTest {

    private boolean isFull;
    private int probes;
    private final Store store = new Store(
            () -> {
                probes++;
                if (isFull) {
                    throw new IllegalStateException("full");
                }
            },
            new SettableClock(Instant.parse("2026-11-24T15:00:00Z")));

    @Test
    void nothingIsWrittenWhileNothingFails() {
        store.look();
        store.look();
        assertThat(probes).isZero();
        assertThat(store.works()).isTrue();
    }

    @Test
    void aFailureThatIsNotTheStoresIsTriedOnce() {
        store.doubt();
        store.look();
        store.look();
        assertThat(probes).isEqualTo(1);
        assertThat(store.works()).isTrue();
    }

    @Test
    void aStoreThatIsFullIsTriedUntilItHasRoom() {
        isFull = true;
        store.doubt();
        store.look();
        store.look();
        assertThat(store.works()).isFalse();
        assertThat(store.standing().mend()).contains("disk");
        isFull = false;
        store.look();
        assertThat(store.works()).isTrue();
        store.look();
        assertThat(probes).isEqualTo(3);
    }

    @Test
    void theFirstQuestionAfterAFailureIsAnsweredTruly() {
        store.doubt();
        assertThat(store.works()).isTrue();
        isFull = true;
        store.doubt();
        assertThat(store.works()).isFalse();
        assertThat(store.works()).isFalse();
        assertThat(probes)
                .as("what is known to fail is tried by the lookout alone")
                .isEqualTo(2);
    }
}
