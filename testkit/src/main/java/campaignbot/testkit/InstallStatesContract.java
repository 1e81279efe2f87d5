package campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.workspace.InstallStates;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of {@link InstallStates}. */
public abstract class InstallStatesContract {

    private static final Instant NOW = Fixtures.NOON;
    private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(10));

    /** States, with none in them. */
    protected abstract InstallStates empty();

    @Test
    void aStateIsOfUseOnce() {
        InstallStates states = empty();
        states.issue("a-state", UNTIL);
        assertThat(states.consume("a-state", NOW)).isTrue();
        assertThat(states.consume("a-state", NOW)).isFalse();
    }

    @Test
    void aStateThatNobodyIssuedIsOfNone() {
        InstallStates states = empty();
        states.issue("a-state", UNTIL);
        assertThat(states.consume("another", NOW)).isFalse();
        assertThat(states.consume("A-STATE", NOW)).isFalse();
    }

    @Test
    void aStateEndsWithItsTime() {
        InstallStates states = empty();
        states.issue("a-state", UNTIL);
        states.issue("a-second", UNTIL);
        assertThat(states.consume("a-state", UNTIL)).isFalse();
        assertThat(states.consume("a-second", UNTIL.minusMillis(1))).isTrue();
    }

    @Test
    void ofManyAtOnceOneUsesIt() {
        InstallStates states = empty();
        states.issue("a-state", UNTIL);
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .filter(unused -> states.consume("a-state", NOW))
                        .count())
                .isEqualTo(1);
    }
}
