package campaignbot.memory;

import campaignbot.reception.HeldFacts;
import campaignbot.testkit.HeldFactsContract;
import java.time.InstantSource;

class MemoryHeldFactsTest extends HeldFactsContract {

    @Override
    protected HeldFacts empty(InstantSource clock) {
        return new MemoryHeldFacts(clock);
    }
}
