package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Towns by name: the listed places, which have a population, together with the places of the ZIP codes, which are more but mostly
 * small.
 */
final class Towns {

    /** How many times larger than each of its namesakes a town must be to be meant by its bare name. */
    private static final int TIMES_LARGER = 10;

    /** From this size a U.S. place isn't forgotten for the country or foreign city of the same name. */
    private static final int RIVALS_ABROAD = 10_000;

    /** From this size a town is offered for a misspelled name. */
    private static final int WORTH_SPELLING = 10_000;

    /** From this size people write down a town's name as they hear it. */
    private static final int KNOWN_BY_EAR = 20_000;

    /** The population that is assumed of a place that only the ZIP codes know. */
    private static final int SMALL = 1_500;

    /** The population that is assumed of a listed place without one, only to put it in order. */
    private static final int MIDDLING = 20_000;

    private final Places places;
    private final Map<String, List<Town>> listed = new HashMap<>(40_000);

    Towns(Places places) {
        this.places = places;
    }

    /** Adds a listed town. */
    void add(Town town) {
        listed.computeIfAbsent(Places.key(Query.of(town.name())), key -> new ArrayList<>(1))
                .add(town);
    }

    /** Adds what people call a town or its part; all towns must be there already. Adds nothing if the town isn't listed. */
    void addAlias(String alias, String state, String name) {
        String key = Places.key(Query.of(alias));
        listed.getOrDefault(Places.key(Query.of(name)), List.of()).stream()
                .filter(town -> town.state().equals(state) && town.name().equals(name))
                .forEach(town -> {
                    List<Town> known = listed.computeIfAbsent(key, each -> new ArrayList<>(1));
                    if (!known.contains(town)) {
                        known.add(town);
                    }
                });
    }

    /**
     * All places of one name in one state.
     *
     * @param population of the largest of them; {@link Town#UNKNOWN} if one of them has none
     * @param area the districts of all of them
     * @param listed whether one of them is a listed town
     */
    record Candidate(String name, String state, int population, Area area, boolean listed) {

        private int size() {
            return population == Town.UNKNOWN ? MIDDLING : population;
        }

        boolean rivalsAbroad() {
            return listed && (population == Town.UNKNOWN || population >= RIVALS_ABROAD);
        }

        Meaning meaning() {
            return Meaning.of(name, state, area.districts());
        }
    }

    /** The places that words name, by state, the largest first. */
    List<Candidate> named(Query query) {
        return at(Places.key(query), query);
    }

    private List<Candidate> at(String key, Query typed) {
        Map<String, Candidate> byState = new LinkedHashMap<>();
        for (Town town : listed.getOrDefault(key, List.of())) {
            Area area = town.districts().isEmpty() ? Area.inState(town.state()) : Area.of(town.districts());
            byState.merge(
                    town.state(),
                    new Candidate(town.name(), town.state(), town.population(), area, true),
                    Towns::together);
        }
        Area zips = places.at(key);
        for (String state : statesOf(zips)) {
            Candidate known = byState.get(state);
            Area there = zips.within(state);
            byState.put(
                    state,
                    known == null
                            ? new Candidate(typed.asName(), state, SMALL, there, false)
                            : new Candidate(
                                    known.name(),
                                    state,
                                    known.population(),
                                    known.area().and(there),
                                    true));
        }
        return byState.values().stream()
                .sorted(Comparator.comparingInt(Candidate::size).reversed().thenComparing(Candidate::state))
                .toList();
    }

    private static Candidate together(Candidate one, Candidate other) {
        Candidate larger = one.size() >= other.size() ? one : other;
        boolean unknown = one.population() == Town.UNKNOWN || other.population() == Town.UNKNOWN;
        return new Candidate(
                larger.name(),
                one.state(),
                unknown && larger.size() < MIDDLING * TIMES_LARGER ? Town.UNKNOWN : larger.population(),
                one.area().and(other.area()),
                true);
    }

    private static Set<String> statesOf(Area area) {
        Set<String> states = new TreeSet<>(area.states());
        area.districts().forEach(district -> states.add(district.state()));
        return states;
    }

    /** Whether the first of these is so much larger than all others that its bare name means it. */
    static boolean isDecided(List<Candidate> largestFirst) {
        Candidate first = largestFirst.get(0);
        return first.listed()
                && (largestFirst.size() == 1
                        || (first.population() != Town.UNKNOWN
                                && largestFirst.stream()
                                        .skip(1)
                                        .allMatch(other -> other.population() != Town.UNKNOWN
                                                && (long) other.population() * TIMES_LARGER <= first.population())));
    }

    /** The area of a name, wherever it is. */
    Area area(Query query) {
        Area area = places.named(query);
        for (Candidate candidate : named(query)) {
            area = area.and(candidate.area());
        }
        return area;
    }

    /** The keys of the towns that are large enough to be offered for a misspelled name. */
    Stream<String> worthSpelling() {
        return listed.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(town -> town.population() >= WORTH_SPELLING))
                .map(Map.Entry::getKey);
    }

    /** The keys of the cities that people know by ear. */
    Stream<String> cities() {
        return listed.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(town -> town.population() >= KNOWN_BY_EAR))
                .map(Map.Entry::getKey);
    }

    /** The large towns with this key. */
    List<Candidate> large(String key) {
        return at(key, Query.of(key)).stream()
                .filter(candidate -> candidate.population() >= WORTH_SPELLING)
                .toList();
    }

    /** The keys of all listed towns of a state. */
    Stream<String> keysIn(String state) {
        return listed.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(town -> town.state().equals(state)))
                .map(Map.Entry::getKey);
    }

    /** The keys of the places of ZIP codes. */
    Set<String> zipKeys() {
        return places.keys();
    }

    /** The area of the name with that key in a state. */
    Area areaIn(String key, String state) {
        Area area = places.at(key).within(state);
        for (Candidate candidate : at(key, Query.of(key))) {
            area = candidate.state().equals(state) ? area.and(candidate.area()) : area;
        }
        return area;
    }
}
