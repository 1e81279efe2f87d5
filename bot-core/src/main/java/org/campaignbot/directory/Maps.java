package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which map shows a state's House districts on a day: the one of the Congress that sits then, or an earlier one that organizers
 * declared unchanged.
 */
final class Maps {

    private final int base;
    private final Set<String> atLarge;
    private final List<DistrictMap> newer;
    private final List<Correction.KeptMap> kept;

    /**
     * The maps at hand.
     *
     * @param base the number of the map that every state has
     * @param atLarge the states with one seat, which need no map
     * @param newer maps of later Congresses
     * @param kept what organizers declared unchanged
     */
    Maps(int base, Set<String> atLarge, List<DistrictMap> newer, List<Correction.KeptMap> kept) {
        this.base = base;
        this.atLarge = Set.copyOf(atLarge);
        this.newer = List.copyOf(newer);
        this.kept = List.copyOf(kept);
    }

    Maps keeping(List<Correction.KeptMap> others) {
        return new Maps(base, atLarge, newer, others);
    }

    /** The number of the map that shows a state's districts on that day; empty if it isn't here. */
    OptionalInt serving(String state, LocalDate day) {
        int congress = Congress.number(day);
        if (congress <= base || atLarge.contains(state)) {
            return OptionalInt.of(base);
        }
        if (has(congress, state)) {
            return OptionalInt.of(congress);
        }
        return kept(state, day).isPresent() ? OptionalInt.of(base) : OptionalInt.empty();
    }

    boolean serves(String state, LocalDate day) {
        return serving(state, day).isPresent();
    }

    /** The declaration by which a state's earlier map serves on that day; empty if its map needs none. */
    Optional<Correction.KeptMap> kept(String state, LocalDate day) {
        return Congress.number(day) <= base || atLarge.contains(state)
                ? Optional.empty()
                : kept.stream()
                        .filter(each -> each.of().equals(state)
                                && each.congress() == Congress.number(day)
                                && !each.note().isOver(day)
                                && isOpen(each))
                        .findFirst();
    }

    /** Whether a declaration is about the map that every state has, and the new one isn't here yet. */
    boolean isOpen(Correction.KeptMap declared) {
        return declared.map() == base
                && declared.congress() > base
                && !atLarge.contains(declared.of())
                && !has(declared.congress(), declared.of());
    }

    /** Whether the map of a later Congress is here for a state. */
    boolean has(int congress, String state) {
        return newer.stream()
                .anyMatch(each -> each.number() == congress && each.states().contains(state));
    }
}
