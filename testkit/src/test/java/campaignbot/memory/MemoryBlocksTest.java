package campaignbot.memory;

import campaignbot.organizers.Blocks;
import campaignbot.people.PersonHash;
import campaignbot.testkit.BlocksContract;

class MemoryBlocksTest extends BlocksContract {

    @Override
    protected Blocks empty() {
        return new MemoryBlocks(new PersonHash(new byte[32]));
    }
}
