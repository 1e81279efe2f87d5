package org.campaignbot.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Changes parties by their rules, however many do so at once. */
public final class PartyDesk {

    /** The shortest and longest time that a party lasts. */
    public static final Duration SHORTEST = Duration.ofMinutes(10);

    /** More would be a call centre's shift. */
    public static final Duration LONGEST = Duration.ofMinutes(60);

    private static final int TRIES = 50;

    private final Parties parties;

    /** A desk over kept parties. */
    public PartyDesk(Parties parties) {
        this.parties = parties;
    }

    /**
     * Opens a party in a group.
     *
     * @param id its name; where a party of this name is there already, nothing more happens
     * @param aim whom all call, or null
     * @param lasts how long; what is too short or too long is brought into {@link #SHORTEST} to {@link #LONGEST}
     * @return the party that goes on there, this or another one
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
        throw new IllegalStateException("parties of a group overtook each other " + TRIES + " times");
    }

    /** Changes a party; empty where there is none of this id. */
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
        throw new IllegalStateException("changes of a party overtook each other " + TRIES + " times");
    }

    /** Changes all parties that go on by a rule of its members. */
    void changeRunning(UnaryOperator<Party> rule) {
        for (Party each : parties.open()) {
            if (!each.isOver() && !rule.apply(each).equals(each)) {
                change(each.id(), rule);
            }
        }
    }
}
