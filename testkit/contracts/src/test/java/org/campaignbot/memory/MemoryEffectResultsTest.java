package org.campaignbot.memory;

import org.campaignbot.testkit.EffectResultsContract;
import org.campaignbot.update.EffectResults;

class MemoryEffectResultsTest extends EffectResultsContract {
    @Override
    protected EffectResults empty() {
        return new MemoryEffectResults();
    }
}
