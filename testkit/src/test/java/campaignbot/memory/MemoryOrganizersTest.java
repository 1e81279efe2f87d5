package campaignbot.memory;

import campaignbot.organizers.Organizers;
import campaignbot.people.PersonHash;
import campaignbot.testkit.OrganizersContract;

class MemoryOrganizersTest extends OrganizersContract {

    @Override
    protected Organizers empty() {
        return new MemoryOrganizers(new PersonHash(new byte[32]));
    }
}
