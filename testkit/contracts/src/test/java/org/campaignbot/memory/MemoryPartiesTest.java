package org.campaignbot.memory;

import org.campaignbot.party.Parties;
import org.campaignbot.testkit.PartiesContract;

class MemoryPartiesTest extends PartiesContract {
    @Override
    protected Parties empty() {
        return new MemoryParties();
    }
}
