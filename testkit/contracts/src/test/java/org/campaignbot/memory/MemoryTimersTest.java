package org.campaignbot.memory;

import org.campaignbot.testkit.TimersContract;
import org.campaignbot.timers.Timers;

class MemoryTimersTest extends TimersContract {

    @Override
    protected Timers empty() {
        return new MemoryTimers();
    }
}
