package org.campaignbot.memory;

import java.time.InstantSource;
import org.campaignbot.testkit.HeldFactsContract;
import org.campaignbot.update.HeldFacts;

class MemoryHeldFactsTest extends HeldFactsContract {

    @Override
    protected HeldFacts empty(InstantSource clock) {
        return new MemoryHeldFacts(clock);
    }
}
