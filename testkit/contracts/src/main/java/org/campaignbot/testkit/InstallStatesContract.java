package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.campaignbot.workspace.InstallStates;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link InstallStates}. */
public abstract class InstallStatesContract {

    private static final Instant UNTIL = Fixtures.NOON.plus(Duration.ofMinutes(10));

    /** A store without states. */
    protected abstract InstallStates empty();

    @Test
    void aStateIsOfUseOnce() {
        InstallStates states = empty();
        assertThat(states.useUp("a-state", UNTIL)).isTrue();
        assertThat(states.useUp("a-state", UNTIL)).isFalse();
        assertThat(states.useUp("A-STATE", UNTIL)).isTrue();
    }

    @Test
    void aTextHasOneSignatureAndAnotherHasAnother() {
        InstallStates states = empty();
        assertThat(states.sign("a-text")).isEqualTo(states.sign("a-text")).matches("[A-Za-z0-9_-]{20,}");
        assertThat(states.sign("another")).isNotEqualTo(states.sign("a-text"));
    }

    @Test
    void ofManyAtOnceOneUsesIt() {
        InstallStates states = empty();
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .filter(unused -> states.useUp("a-state", UNTIL))
                        .count())
                .isEqualTo(1);
    }
}
