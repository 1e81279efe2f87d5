package campaignbot.memory;

import campaignbot.party.Parties;
import campaignbot.testkit.PartiesContract;

class MemoryPartiesTest extends PartiesContract {
    @Override
    protected Parties empty() {
        return new MemoryParties();
    }
}
