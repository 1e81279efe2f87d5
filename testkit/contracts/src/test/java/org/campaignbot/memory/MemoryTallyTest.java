package org.campaignbot.memory;

import org.campaignbot.outcomes.Tally;
import org.campaignbot.testkit.TallyContract;

class MemoryTallyTest extends TallyContract {

    @Override
    protected Tally empty() {
        return new MemoryTally();
    }
}
