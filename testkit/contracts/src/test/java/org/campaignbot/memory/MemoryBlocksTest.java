package org.campaignbot.memory;

import org.campaignbot.organizers.Blocks;
import org.campaignbot.people.PersonHash;
import org.campaignbot.testkit.BlocksContract;

class MemoryBlocksTest extends BlocksContract {

    @Override
    protected Blocks empty() {
        return new MemoryBlocks(new PersonHash(new byte[32]));
    }
}
