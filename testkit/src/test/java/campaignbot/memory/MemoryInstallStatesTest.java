package campaignbot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.testkit.InstallStatesContract;
import campaignbot.workspace.InstallStates;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryInstallStatesTest extends InstallStatesContract {

    @Override
    protected InstallStates empty() {
        return new MemoryInstallStates();
    }

    @Test
    void whoeverOnlyBeginsFillsNoMemory() {
        InstallStates states = empty();
        for (int i = 0; i < 10_001; i++) {
            states.issue("state-" + i, Instant.EPOCH.plusSeconds(i));
        }
        assertThat(states.consume("state-0", Instant.MIN)).isFalse();
        assertThat(states.consume("state-1", Instant.MIN)).isTrue();
        assertThat(states.consume("state-10000", Instant.MIN)).isTrue();
    }
}
