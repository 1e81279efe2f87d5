package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a district as people say it: "NY-12", "ny12", "district 12 in New York", "el distrito 12 de Nueva York". */
final class DistrictText {

    private static final Set<String> NAMES_IT =
            Set.of("district", "districts", "distrito", "cd", "congressional", "congresional", "dist");

    private static final Set<String> AROUND_IT = Set.of(
            "is", "es", "my", "mi", "the", "of", "in", "for", "us", "house", "number", "no", "el", "de", "del", "en",
            "la", "s", "numero", "num", "al");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|o|a|er|ro|do|to|mo|vo|no)?");
    private static final Pattern JOINED = Pattern.compile("([a-z]{2})(\\d{1,2})");

    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("eleventh", 11),
            Map.entry("twelfth", 12),
            Map.entry("primer", 1),
            Map.entry("segundo", 2),
            Map.entry("tercer", 3),
            Map.entry("cuarto", 4),
            Map.entry("quinto", 5),
            Map.entry("sexto", 6),
            Map.entry("septimo", 7),
            Map.entry("octavo", 8),
            Map.entry("noveno", 9),
            Map.entry("decimo", 10));

    private DistrictText() {}

    /** A state and a number, which the state need not have; 0 is a seat at large. */
    record Named(String state, int number) {}

    /** The district that all the words name; null if they name none. */
    static @Nullable Named of(Query query, StateNames stateNames) {
        Query plain = withoutAtLarge(query);
        boolean atLarge = plain.size() < query.size();
        if (plain.size() == 1 && !atLarge) {
            Matcher joined = JOINED.matcher(plain.word(0));
            return joined.matches() ? named(joined.group(1), Integer.parseInt(joined.group(2))) : null;
        }
        boolean says = false;
        OptionalInt number = atLarge ? OptionalInt.of(0) : OptionalInt.empty();
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            String word = plain.word(i);
            OptionalInt here = number(word);
            if (NAMES_IT.contains(word)) {
                says = true;
            } else if (here.isPresent()) {
                if (number.isPresent()) {
                    return null;
                }
                number = here;
            } else {
                rest.add(i);
            }
        }
        if (number.isEmpty() || rest.isEmpty()) {
            return null;
        }
        return says || isPlain(plain, rest, atLarge) ? inState(plain, rest, number.getAsInt(), stateNames) : null;
    }

    /** Without a word for it, only a state with a number after it is a district: "12 New York" might be anything. */
    private static boolean isPlain(Query query, List<Integer> rest, boolean atLarge) {
        return atLarge
                || (rest.size() == query.size() - 1
                        && rest.get(rest.size() - 1) == query.size() - 2
                        && !ORDINALS.containsKey(query.word(query.size() - 1)));
    }

    private static @Nullable Named inState(Query query, List<Integer> rest, int number, StateNames stateNames) {
        int from = 0;
        int to = rest.size();
        while (from < to - 1 && AROUND_IT.contains(query.word(rest.get(from)))) {
            from++;
        }
        while (to > from + 1 && AROUND_IT.contains(query.word(rest.get(to - 1)))) {
            to--;
        }
        if (rest.get(to - 1) - rest.get(from) != to - 1 - from) {
            return null;
        }
        Query name = query.part(rest.get(from), rest.get(to - 1) + 1);
        String key = name.key(0, name.size());
        String state = stateNames.code(name);
        if (state == null && key.endsWith("s")) {
            // "New York's 12th district"
            state = stateNames.code(Query.of(key.substring(0, key.length() - 1)));
        }
        return state == null ? null : new Named(state, number);
    }

    private static @Nullable Named named(String code, int number) {
        String state = code.toUpperCase(Locale.ROOT);
        return States.name(state).isPresent() ? new Named(state, number) : null;
    }

    private static OptionalInt number(String word) {
        Matcher digits = NUMBER.matcher(word);
        if (digits.matches()) {
            return OptionalInt.of(Integer.parseInt(digits.group(1)));
        }
        Integer ordinal = ORDINALS.get(word);
        return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
    }

    /** The query before "at large" or, after a postal code, "AL". */
    private static Query withoutAtLarge(Query query) {
        int size = query.size();
        if (size >= 3
                && query.word(size - 2).equals("at")
                && query.word(size - 1).equals("large")) {
            return query.part(0, size - 2);
        }
        return size == 2 && query.word(1).equals("al") && query.word(0).length() == 2 ? query.part(0, 1) : query;
    }
}
