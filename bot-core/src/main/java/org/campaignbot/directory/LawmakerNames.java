package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds lawmakers by what people call them: last name, given and last name, nickname, or a misspelling. */
final class LawmakerNames {

    /**
     * Everyday English and Spanish words that are one typo away from a lawmaker's name. Found by querying the directory with the ten
     * thousand most frequent words of each language; typed alone, they don't count as a misspelled name.
     */
    private static final Set<String> EVERYDAY_WORDS = Set.of("""
            balcon cartera casare causar charter clouds cloudy comere corra corre correo corria corte corteza
            cosita costar costas craneo escoba estres fallen fallo faster field figuras figure gracia grave
            guests hosted luchas magazines massive mcdonalds millas ocasion ordena ordene ordeno pandilla
            pandillas papas patrones peers pelos pesadilla peter roger round scotty session simpsons steven
            string torre tuner understood water webmaster william
            """.strip().split("\\s+", -1));

    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final int SHORTEST_NAME = 4;
    private static final int SHORTEST_WORD = 6;

    /** A lawmaker and the words that may come before the last name; one instance each, so identity is equality. */
    private static final class Entry {
        private final Lawmaker lawmaker;
        private final Set<String> given;

        Entry(Lawmaker lawmaker, Set<String> given) {
            this.lawmaker = lawmaker;
            this.given = given;
        }
    }

    private final Map<String, List<Entry>> byLastName = new HashMap<>();
    private final Map<String, List<Entry>> byTypedName = new HashMap<>(16_000);
    private final SpellingIndex lastNames;
    private final SpellingIndex typedNames;

    LawmakerNames(Collection<Lawmaker> lawmakers) {
        for (Lawmaker lawmaker : lawmakers) {
            add(lawmaker);
        }
        lastNames = new SpellingIndex(byLastName.keySet());
        typedNames = new SpellingIndex(byTypedName.keySet());
    }

    private void add(Lawmaker lawmaker) {
        Query last = Query.of(lawmaker.lastName());
        List<String> name = withoutSuffix(Query.of(lawmaker.name()).words());
        Set<String> given = new HashSet<>(Query.of(lawmaker.firstName()).words());
        given.addAll(name);
        Entry entry = new Entry(lawmaker, given);
        Set<String> lastNames = new TreeSet<>();
        lastNames.add(last.key(0, last.size()));
        if (!name.isEmpty()) {
            lastNames.add(name.get(name.size() - 1));
        }
        // "Cortez" for Ocasio-Cortez: people say one part, and if several have that part, we ask.
        for (String part : last.words()) {
            if (part.length() >= SHORTEST_NAME) {
                lastNames.add(part);
            }
        }
        for (String lastName : lastNames) {
            put(byLastName, lastName, entry);
            put(byTypedName, lastName, entry);
            for (String word : given) {
                for (String first : GivenNames.equalsOf(word)) {
                    if (first.length() > 1 && !lastNames.contains(first)) {
                        put(byTypedName, first.concat(lastName), entry);
                    }
                }
            }
        }
    }

    private static void put(Map<String, List<Entry>> entries, String key, Entry entry) {
        @Nullable List<Entry> there = entries.get(key);
        if (there == null) {
            there = new ArrayList<>(1);
            entries.put(key, there);
        }
        if (!there.contains(entry)) {
            there.add(entry);
        }
    }

    /** The lawmakers that correctly spelled words name: a last name, or given names and a last name, in either order. */
    List<Lawmaker> named(Query query, @Nullable Chamber chamber) {
        List<String> words = withoutSuffix(query.words());
        int comma = query.lastComma(query.size());
        if (comma > 0 && comma < words.size()) {
            List<String> turned = new ArrayList<>(words.subList(comma, words.size()));
            turned.addAll(words.subList(0, comma));
            words = turned;
        }
        Set<Lawmaker> found = new LinkedHashSet<>();
        StringBuilder last = new StringBuilder();
        for (int start = words.size() - 1; start >= 0; start--) {
            last.insert(0, words.get(start));
            for (Entry entry : byLastName.getOrDefault(last.toString(), List.of())) {
                if (isIn(chamber, entry.lawmaker) && isGiven(words.subList(0, start), entry.given)) {
                    found.add(entry.lawmaker);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The lawmakers with the nearest name, and how many typos away it is. */
    record Misspelled(int slips, List<Lawmaker> lawmakers) {
        static final Misspelled NOBODY = new Misspelled(Integer.MAX_VALUE, List.of());
    }

    /**
     * Finds a misspelled name.
     *
     * @param chamber the chamber that the title implies; null if there is no title before the name, and then an everyday or short
     *     word doesn't count as a name
     */
    Misspelled misspelled(Query query, @Nullable Chamber chamber) {
        List<String> words = withoutSuffix(query.words());
        String typed = String.join("", words);
        int limit = allowedSlips(typed.length());
        boolean word = words.size() == 1 && chamber == null;
        if (limit == 0 || (word && EVERYDAY_WORDS.contains(typed))) {
            return Misspelled.NOBODY;
        }
        SpellingIndex.Nearest nearest = (words.size() == 1 ? lastNames : typedNames).nearest(typed, limit);
        Set<Lawmaker> found = new LinkedHashSet<>();
        for (String key : nearest.keys()) {
            if (word && key.length() < SHORTEST_WORD) {
                continue;
            }
            for (Entry entry : byTypedName.getOrDefault(key, List.of())) {
                if (isIn(chamber, entry.lawmaker)) {
                    found.add(entry.lawmaker);
                }
            }
        }
        return found.isEmpty() ? Misspelled.NOBODY : new Misspelled(nearest.slips(), List.copyOf(found));
    }

    /** A longer name can have more typos and still be nobody else's. */
    private static int allowedSlips(int letters) {
        if (letters < 5) {
            return 0;
        }
        return letters < 9 ? 1 : 2;
    }

    private static boolean isIn(@Nullable Chamber chamber, Lawmaker lawmaker) {
        return chamber == null || chamber == lawmaker.chamber();
    }

    private static boolean isGiven(List<String> typed, Set<String> given) {
        for (String word : typed) {
            boolean fits = given.contains(word);
            for (String name : word.length() == 1 ? given : GivenNames.equalsOf(word)) {
                fits |= word.length() == 1 ? name.startsWith(word) : given.contains(name);
            }
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static List<String> withoutSuffix(List<String> words) {
        int size = words.size();
        return size > 1 && SUFFIXES.contains(words.get(size - 1)) ? words.subList(0, size - 1) : words;
    }
}
