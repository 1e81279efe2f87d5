package org.campaignbot.party;

import java.util.List;
import java.util.Optional;
import org.campaignbot.people.Address;

/** Stores call parties; only the score of a finished one, for 30 days. */
public interface Parties {

    /** A party by its id, finished or not. */
    Optional<Party> find(String id);

    /** The party running in a group, in any of its threads. */
    Optional<Party> running(Address group);

    /** All parties that still have something to show or to end. */
    List<Party> open();

    /**
     * Saves a party as it is now, under the next version.
     *
     * @return false if nothing was saved, because the party changed meanwhile or, for a new one, another is running in the group
     */
    boolean save(Party party);
}
