package org.campaignbot.party;

import java.util.List;
import java.util.Optional;
import org.campaignbot.people.Address;

/** Keeps call parties; of one that is over only its score, for 30 days. */
public interface Parties {

    /** A party by its id, also one that is over. */
    Optional<Party> find(String id);

    /** The party that goes on in a group, whatever thread of it. */
    Optional<Party> running(Address group);

    /** All parties of which something has to be shown or ended yet. */
    List<Party> open();

    /**
     * Keeps a party as it is now, under the next version.
     *
     * @return false where nothing was kept, because it changed meanwhile or, of a new one, another one goes on in the group
     */
    boolean save(Party party);
}
