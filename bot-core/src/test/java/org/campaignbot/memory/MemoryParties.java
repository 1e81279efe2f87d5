package org.campaignbot.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.party.Parties;
import org.campaignbot.party.Party;
import org.campaignbot.people.Address;

/** Parties in this process's memory. */
public final class MemoryParties implements Parties {

    private final Map<String, Party> parties = new HashMap<>();

    @Override
    public synchronized Optional<Party> find(String id) {
        return Optional.ofNullable(parties.get(id));
    }

    @Override
    public synchronized Optional<Party> running(Address group) {
        return parties.values().stream()
                .filter(each -> !each.isOver() && each.place().wholeChat().equals(group.wholeChat()))
                .findFirst();
    }

    @Override
    public synchronized List<Party> open() {
        return parties.values().stream().filter(each -> !each.isDone()).toList();
    }

    @Override
    public synchronized boolean save(Party party) {
        Party known = parties.get(party.id());
        long version = known == null ? 0 : known.version();
        boolean another = known == null && running(party.place()).isPresent();
        if (version != party.version() || another) {
            return false;
        }
        parties.put(party.id(), party.version(version + 1));
        return true;
    }
}
