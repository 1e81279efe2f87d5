package org.campaignbot.memory;

import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.PersonHash;
import org.campaignbot.testkit.OrganizersContract;

class MemoryOrganizersTest extends OrganizersContract {

    @Override
    protected Organizers empty() {
        return new MemoryOrganizers(new PersonHash(new byte[32]));
    }
}
