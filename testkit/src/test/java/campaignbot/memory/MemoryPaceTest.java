package campaignbot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.delivery.Account;
import campaignbot.delivery.Pace;
import campaignbot.delivery.SharedPace;
import campaignbot.testkit.Fixtures;
import campaignbot.testkit.SettableClock;
import campaignbot.testkit.SharedPaceContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryPaceTest extends SharedPaceContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);

    @Override
    protected SharedPace fresh() {
        return new MemoryPace(clock);
    }

    @Override
    protected SettableClock clock() {
        return clock;
    }

    @Test
    void aProcessThatHasJustStartedWaitsForOneWindow() {
        SharedPace.Need need = new SharedPace.Need(new Pace.Limit(30, Duration.ofSeconds(1)), 0, 1);
        SharedPace.Need none = new SharedPace.Need(null, 0, 0);
        assertThat(fresh().refresh(new Account("paper", "bot"), need, none).resumeNotBefore())
                .isEqualTo(Fixtures.NOON.plusSeconds(1));
    }
}
