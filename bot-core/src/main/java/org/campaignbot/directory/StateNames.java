package org.campaignbot.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people call a state or territory, in English and Spanish, and the postal codes. */
final class StateNames {

    /** No name has more words than this: "commonwealth of the northern mariana islands". */
    private static final int MOST_WORDS = 6;

    /** In shorter names a typo makes another word. */
    private static final int SHORTEST_LONG_NAME = 5;

    /** Codes that are also everyday words in English or Spanish: alone, they count only in capitals. */
    private static final Set<String> ALSO_WORDS =
            Set.of("al", "as", "de", "hi", "id", "in", "la", "ma", "me", "oh", "ok", "or", "pa");

    /**
     * What else people call states: names, nicknames, names by ear, regions, counties, and area codes of large cities (North American
     * Numbering Plan).
     */
    private static final String FILE = "state-names.csv";

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();

    StateNames() {
        for (String code : States.codes()) {
            String name = States.name(code).orElseThrow();
            add(name, code);
            add("state of " + name, code);
            add("estado de " + name, code);
            add(code, code);
        }
        lines().map(line -> line.split(",", -1)).forEach(line -> {
            switch (line[2]) {
                case "region" -> addRegion(line[1], line[0]);
                case "area code" -> List.of("the", "el").forEach(article -> regions.put(article + line[1], line[0]));
                case "name", "by ear", "nickname" -> add(line[1], line[0]);
                default -> throw new IllegalStateException(FILE + " has no kind " + line[2]);
            }
        });
    }

    /** The lines of the file, without its heading. */
    private static Stream<String> lines() {
        // The file is in the program's jar, and a build may have replaced that jar while the program ran.
        try (InputStream file = Objects.requireNonNull(
                StateNames.class.getResourceAsStream(FILE),
                FILE + " is missing: was the program rebuilt while it ran? Restart it")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void addRegion(String name, String code) {
        Query words = Query.of(name);
        regions.put(words.key(0, words.size()), code);
        if (words.word(words.size() - 1).equals("county")) {
            regions.put("condadode" + words.key(0, words.size() - 1), code);
        }
    }

    private void add(String name, String code) {
        Query words = Query.of(name);
        codes.put(words.key(0, words.size()), code);
    }

    /** The state that all the words name; empty for a lower-case code that is an everyday word. */
    Optional<String> named(Query query) {
        String whole = codes.get(query.key(0, query.size()));
        int from = 0;
        int to = query.size();
        if (whole != null && to > 1) {
            return Optional.of(whole);
        } else if (to >= 3 && query.word(1).matches("of|de") && query.word(0).matches("state|estado")) {
            from = 2;
        } else if (to >= 2 && query.word(to - 1).equals("state")) {
            to--;
        }
        if (to - from > MOST_WORDS
                || (isWord(query, from, to) && !query.capitals().get(from))) {
            return Optional.empty();
        }
        return Optional.ofNullable(codes.get(query.key(from, to)));
    }

    /** The state of a region that is no town, such as Long Island; empty for other words. */
    Optional<String> region(Query query) {
        boolean hasArticle = query.size() > 1 && query.word(0).matches("the|el|la|los");
        return Optional.ofNullable(regions.get(query.key(0, query.size())))
                .or(() -> hasArticle ? Optional.ofNullable(regions.get(query.key(1, query.size()))) : Optional.empty());
    }

    /** A state named at the end of what was typed: the words before it are the place. */
    record Ending(String state, int start, boolean certain) {}

    /**
     * The state with the longest name at the end of the query, after at least one other word. It isn't certain if it's a
     * lower-case code that is also an everyday word, without a comma.
     */
    Optional<Ending> atTheEnd(Query query) {
        int size = query.size();
        for (int start = Math.max(1, size - MOST_WORDS); start < size; start++) {
            String code = codes.get(query.key(start, size));
            if (code != null && !query.word(start - 1).equals("baja")) {
                boolean certain = !isWord(query, start, size)
                        || query.capitals().get(start)
                        || query.afterComma().get(start);
                return Optional.of(new Ending(code, start, certain));
            }
        }
        return Optional.empty();
    }

    /** The code of the state that all the words name, whatever else they might mean; null if they name none. */
    @Nullable
    String code(Query query) {
        return codes.get(query.key(0, query.size()));
    }

    /** The long names, for comparing a misspelled one. */
    Set<String> longNames() {
        return codes.keySet().stream()
                .filter(name -> name.length() >= SHORTEST_LONG_NAME)
                .collect(Collectors.toSet());
    }

    String codeOf(String name) {
        return Objects.requireNonNull(codes.get(name));
    }

    private static boolean isWord(Query query, int from, int to) {
        return to - from == 1 && ALSO_WORDS.contains(query.word(from));
    }
}
