package org.campaignbot.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Changes parties by their rules, with any number of concurrent writers. */
public final class PartyDesk {

    /** The shortest time a party lasts. */
    public static final Duration SHORTEST = Duration.ofMinutes(10);

    /** The longest time a party lasts; more would be a call center's shift. */
    public static final Duration LONGEST = Duration.ofMinutes(60);

    private static final int TRIES = 50;

    private final Parties parties;

    /** A desk over stored parties. */
    public PartyDesk(Parties parties) {
        this.parties = parties;
    }

    /**
     * Opens a party in a group.
     *
     * @param id its name; if a party with this name exists already, nothing changes
     * @param aim who all members call, or null
     * @param lasts the duration; brought into {@link #SHORTEST} to {@link #LONGEST}
     * @return the party running there, this one or another
     */
    Party open(
            String id,
            String action,
            Address place,
            String opener,
            Language language,
            @Nullable String link,
            @Nullable Aim aim,
            Duration lasts,
            Instant at) {
        Optional<Party> known = parties.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        Duration time = lasts.compareTo(SHORTEST) < 0 ? SHORTEST : lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts;
        Party party = Party.of(id, action, place, opener, language, link, aim, at, at.plus(time));
        for (int i = 0; i < TRIES; i++) {
            Optional<Party> running = parties.running(place);
            if (running.isPresent() && running.get().goesOn(at)) {
                return running.get();
            }
            running.ifPresent(over -> change(over.id(), Party::end));
            if (parties.save(party)) {
                return party;
            }
        }
        throw new IllegalStateException("gave up after " + TRIES + " conflicting changes to a group's party");
    }

    /** Changes a party; empty if the id is unknown. */
    Optional<Party> change(String id, UnaryOperator<Party> rule) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Party> known = parties.find(id);
            if (known.isEmpty()) {
                return known;
            }
            Party changed = rule.apply(known.get());
            if (changed.equals(known.get()) || parties.save(changed)) {
                return Optional.of(changed);
            }
        }
        throw new IllegalStateException("gave up after " + TRIES + " conflicting changes to a party");
    }

    /** Changes all running parties by a rule. */
    void changeRunning(UnaryOperator<Party> rule) {
        for (Party each : parties.open()) {
            if (!each.isOver() && !rule.apply(each).equals(each)) {
                change(each.id(), rule);
            }
        }
    }
}
