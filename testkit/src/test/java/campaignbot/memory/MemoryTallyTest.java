package campaignbot.memory;

import campaignbot.tally.Tally;
import campaignbot.testkit.TallyContract;

class MemoryTallyTest extends TallyContract {

    @Override
    protected Tally empty() {
        return new MemoryTally();
    }
}
