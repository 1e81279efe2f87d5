package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the state or larger town that a misspelled name may have meant. The indexes are built on first use. */
final class Misspellings {

    /** A shorter name with a typo is more often another word. */
    private static final int SHORTEST_TOWN = 6;

    private static final int SHORTEST_STATE = 5;
    private static final int SHORTEST_STATE_AFTER_A_TOWN = 4;
    private static final int TWO_TYPOS_FROM = 9;

    /** A name that only sounds alike counts for more typos than any other. */
    static final int BY_EAR = 3;

    /** The most letters that may lack at the end of a name that only one town begins like: "nashvil". */
    private static final int LONGEST_END = 3;

    /** Words that are no part of a misspelled name if there's nothing else: "do that one" isn't Dothan. */
    private static final Set<String> SMALL_WORDS = Set.of("""
            a all and are at both do does first for he her him his i in is it let me my of on one or other she so that the them then
            they this to too us we you your de del el en es esa ese eso esta este la las le lo los mi no para por que si su un una y ya
            """.strip().split("\\s+", -1));

    private final Towns towns;
    private final StateNames stateNames;
    private final SpellingIndex states;
    private final Lazy<SpellingIndex> large;

    /** The same names in order, to look one up by its beginning. */
    private final Lazy<NavigableSet<String>> ordered;

    private final Lazy<SpellingIndex> all;
    private final Map<String, InState> byState = new ConcurrentHashMap<>();
    private volatile @Nullable SpanishSound byEar;

    Misspellings(Towns towns, StateNames stateNames) {
        this.towns = towns;
        this.stateNames = stateNames;
        this.states = new SpellingIndex(stateNames.longNames());
        this.large = new Lazy<>(() -> new SpellingIndex(towns.worthSpelling().toList()));
        this.ordered = new Lazy<>(() -> towns.worthSpelling().collect(Collectors.toCollection(() -> new TreeSet<>())));
        this.all = new Lazy<>(() -> new SpellingIndex(towns.zipKeys()));
    }

    /** What is nearest: states, or towns, the largest first. */
    record Nearest(int slips, List<String> states, List<Towns.Candidate> towns) {
        static final Nearest NOTHING = new Nearest(Integer.MAX_VALUE, List.of(), List.of());

        boolean isNothing() {
            return states.isEmpty() && towns.isEmpty();
        }
    }

    Nearest nearest(Query query) {
        String typed = Places.key(query);
        int limit = typed.length() < TWO_TYPOS_FROM ? 1 : 2;
        if (typed.length() < SHORTEST_STATE
                || query.size() > 4
                || OrdinaryWords.contains(typed)
                || SMALL_WORDS.containsAll(query.words())) {
            return Nearest.NOTHING;
        }
        SpellingIndex.Nearest state = states.nearest(typed, limit);
        SpellingIndex.Nearest town = typed.length() < SHORTEST_TOWN
                ? new SpellingIndex.Nearest(limit + 1, List.of())
                : large.get().nearest(typed, limit);
        if (!state.keys().isEmpty() && state.slips() <= town.slips()) {
            List<String> codes =
                    state.keys().stream().map(stateNames::codeOf).distinct().toList();
            if (codes.size() == 1) {
                return new Nearest(state.slips(), codes, List.of());
            }
        }
        List<Towns.Candidate> found = new ArrayList<>();
        town.keys().forEach(key -> found.addAll(towns.large(key)));
        if (found.isEmpty() && typed.length() >= SHORTEST_TOWN) {
            List<String> longer = ordered.get().subSet(typed, typed + Character.MAX_VALUE).stream()
                    .filter(key -> key.length() - typed.length() <= LONGEST_END)
                    .toList();
            if (longer.size() == 1) {
                found.addAll(towns.large(longer.get(0)));
            }
        }
        if (found.isEmpty()) {
            return byEar(typed);
        }
        found.sort(Comparator.comparingInt(Towns.Candidate::population).reversed());
        return new Nearest(town.slips(), List.of(), found);
    }

    /** The state or city whose English name was written down as it sounds in Spanish, such as "jiuston". */
    private Nearest byEar(String typed) {
        SpanishSound sounds = byEar;
        if (sounds == null) {
            sounds = new SpanishSound(Stream.concat(stateNames.longNames().stream(), towns.cities()));
            byEar = sounds;
        }
        List<String> states = new ArrayList<>();
        List<Towns.Candidate> cities = new ArrayList<>();
        for (String key : sounds.like(typed)) {
            if (stateNames.longNames().contains(key)) {
                states.add(stateNames.codeOf(key));
            } else {
                List<Towns.Candidate> namesakes = towns.large(key);
                cities.addAll(Towns.isDecided(namesakes) ? namesakes.subList(0, 1) : namesakes);
            }
        }
        cities.sort(Comparator.comparingInt(Towns.Candidate::population).reversed());
        return states.isEmpty() && cities.isEmpty()
                ? Nearest.NOTHING
                : new Nearest(BY_EAR, states.stream().distinct().toList(), cities);
    }

    /** The only state whose name is a typo away from a word that follows a town, where a shorter one is sure enough: "texs". */
    Optional<String> stateLike(Query word) {
        String typed = Places.key(word);
        if (typed.length() < SHORTEST_STATE_AFTER_A_TOWN || OrdinaryWords.contains(typed)) {
            return Optional.empty();
        }
        List<String> codes = states.nearest(typed, typed.length() < TWO_TYPOS_FROM ? 1 : 2).keys().stream()
                .map(stateNames::codeOf)
                .distinct()
                .toList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    /** The area of the towns that are as few typos away as a lawmaker's name is. */
    Area ofTheSame(Query query, int slips) {
        Area area = Area.NOWHERE;
        for (String key : all.get().nearest(query.key(0, query.size()), slips).keys()) {
            area = area.and(towns.area(Query.of(key)));
        }
        return area;
    }

    /** The area of the town in that state whose misspelled name this is; nowhere if there is none, or several. */
    Area townIn(Query query, String state) {
        String typed = Places.key(query);
        if (typed.length() < SHORTEST_STATE || query.size() > 4) {
            return Area.NOWHERE;
        }
        InState there = byState.computeIfAbsent(
                state, code -> new InState(towns.keysIn(code).toList()));
        List<String> keys = there.spelled()
                .nearest(typed, typed.length() < TWO_TYPOS_FROM ? 1 : 2)
                .keys();
        List<String> heard = keys.isEmpty() ? there.heard().like(typed) : keys;
        // "San antono" is as near to San Antonio as to San Antone, which is the same city.
        List<Area> areas =
                heard.stream().map(key -> towns.areaIn(key, state)).distinct().toList();
        return areas.size() == 1 ? areas.get(0) : Area.NOWHERE;
    }

    /** The towns of one state, as they are spelled and heard. */
    private record InState(SpellingIndex spelled, SpanishSound heard) {
        private InState(List<String> keys) {
            this(new SpellingIndex(keys), new SpanishSound(keys.stream()));
        }
    }

    private static final class Lazy<T> {
        private final Supplier<T> source;
        private volatile @Nullable T index;

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        T get() {
            T built = index;
            if (built == null) {
                built = source.get();
                index = built;
            }
            return built;
        }
    }

    /**
     * Finds names that somebody spelled by ear, as Spanish spells: "jiuston" for Houston, "miluoqui" for Milwaukee.
     *
     * <p>Both spellings are rewritten as a Spanish ear hears them ("kliblan", "kleblan"). Names whose consonants are the same, in the
     * same order, are compared with their vowels, which Spanish has fewer of.
     */
    static final class SpanishSound {

        /** With fewer consonants, names must sound all but the same, since too many do. */
        private static final int FEWEST_CONSONANTS = 3;

        /** The fewest letters of a name with so few consonants, as in "jialia". */
        private static final int SHORTEST = 5;

        /** From so many letters, more than one may differ. */
        private static final int LONG = 7;

        /** One more letter may differ for every so many. */
        private static final int LETTERS_FOR_A_SLIP = 4;

        /** How English and Spanish spellings sound, in this order; C is the "ch" of "Chicago" or "Nashville". */
        private static final List<Map.Entry<Pattern, String>> HEARD = rules("""
                island ilan; [cs]h C; tch C; ph f; th t; eigh$ ei; gh g; wh u; ck k
                ^(?:g|h)?[uw](?=[aeio]) u; w u; ^[hy](?=[aeiou]) j; (?<=n)h j; h -
                e[ea] i; oo u; ou(?!$) u; [ao]u(?=[^aeiou]|$) o; a[iy] ei; e?y$ i; y i
                c(?=[ei]) s; qu(?=[ei]) k; [cq] k; [zx] s; v b; g(?=[ei]) j
                (.)\\1+ $1; (?<=[^aeiou])e$ -; ^e(?=s[^aeiou]) -; (?<=[nlrkps])[dt](?=[^aeiour]|$) -; m$ n; (?<=n)g(?![aeiou]) -""");

        private final Map<String, List<Name>> bySound = new HashMap<>();

        SpanishSound(Stream<String> keys) {
            keys.map(key -> new Name(key, heard(key)))
                    .forEach(name -> bySound.computeIfAbsent(consonants(name.heard()), sound -> new ArrayList<>())
                            .add(name));
        }

        private record Name(String key, String heard) {}

        private static List<Map.Entry<Pattern, String>> rules(String lines) {
            return Stream.of(lines.strip().split("[;\\n]\\s*", -1))
                    .map(rule -> rule.strip().split(" ", 2))
                    .map(rule -> Map.entry(Pattern.compile(rule[0]), rule[1].replace("-", "")))
                    .toList();
        }

        /** The keys that sound like a typed one, the likest; none if it sounds too unlike them. */
        List<String> like(String typed) {
            String sound = heard(typed);
            String consonants = consonants(sound);
            int best = sound.length() >= LONG
                    ? sound.length() / LETTERS_FOR_A_SLIP + 1
                    : sound.length() >= SHORTEST || consonants.length() >= FEWEST_CONSONANTS ? 1 : -1;
            List<String> found = new ArrayList<>();
            for (Name name : bySound.getOrDefault(consonants, List.of())) {
                int slips = Spelling.slips(sound, name.heard(), Math.max(best, 0));
                if (slips < best) {
                    best = slips;
                    found.clear();
                }
                if (slips == best) {
                    found.add(name.key());
                }
            }
            return found;
        }

        /** A key as a Spanish ear hears it. */
        static String heard(String key) {
            String heard = key;
            for (Map.Entry<Pattern, String> rule : HEARD) {
                heard = rule.getKey().matcher(heard).replaceAll(rule.getValue());
            }
            return heard;
        }

        private static String consonants(String heard) {
            return heard.replace('C', 's').replaceAll("[aeiou]", "").replaceAll("(.)\\1+", "$1");
        }
    }
}
