package campaignbot.memory;

import campaignbot.testkit.TimersContract;
import campaignbot.timer.Timers;

class MemoryTimersTest extends TimersContract {

    @Override
    protected Timers empty() {
        return new MemoryTimers();
    }
}
