package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.campaignbot.workspace.InstallStates;
import org.junit.jupiter.api.Test;

class MemoryInstallStatesTest extends InstallStatesContract {

    @Override
    protected InstallStates empty() {
        return new MemoryInstallStates();
    }

    @Test
    void whatIsUsedFillsNoMemory() {
        InstallStates states = empty();
        for (int i = 0; i < 10_001; i++) {
            assertThat(states.useUp("state-" + i, Instant.EPOCH.plusSeconds(i))).isTrue();
        }
        assertThat(states.useUp("state-10000", Instant.EPOCH)).isFalse();
        assertThat(states.useUp("state-0", Instant.EPOCH)).isTrue();
    }

    @Test
    void anotherKeySignsOtherwise() {
        assertThat(empty().sign("a-text")).isNotEqualTo(empty().sign("a-text"));
    }
}
