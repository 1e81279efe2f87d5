package org.campaignbot.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people call a state or territory, in English and Spanish, and the postal codes. */
final class StateNames {

    /** No name has more words than this: "commonwealth of the northern mariana islands". */
    private static final int MOST_WORDS = 6;

    /** Codes that are also everyday words in English or Spanish: alone, they count only in capitals. */
    private static final Set<String> ALSO_WORDS =
            Set.of("al", "as", "de", "hi", "id", "in", "la", "ma", "me", "oh", "ok", "or", "pa");

    private static final String ALIASES = """
            AS samoa americana
            DC washington dc
            DC distrito de columbia
            DC washington district of columbia
            GU territory of guam
            HI hawai
            LA luisiana
            MN minesota
            MO misuri
            MP cnmi
            MP northern marianas
            MP islas marianas del norte
            MP marianas del norte
            MP commonwealth of the northern mariana islands
            MS misisipi
            NC carolina del norte
            ND dakota del norte
            NH nueva hampshire
            NH nuevo hampshire
            NJ nueva jersey
            NM nuevo mexico
            NM nuevo mejico
            NY nueva york
            PA pensilvania
            SC carolina del sur
            SD dakota del sur
            TN tenesi
            TX tejas
            VI virgin islands
            VI us virgin islands
            VI united states virgin islands
            VI usvi
            VI islas virgenes
            VI islas virgenes estadounidenses
            WV virginia occidental
            WV virginia del oeste
            """;

    private final Map<String, String> codes = new HashMap<>();

    StateNames() {
        for (String code : States.codes()) {
            add(States.name(code).orElseThrow(), code);
            add(code, code);
        }
        ALIASES.lines().forEach(line -> add(line.substring(3), line.substring(0, 2)));
    }

    private void add(String name, String code) {
        Query words = Query.of(name);
        codes.put(words.key(0, words.size()), code);
    }

    /** The state that all the words name; empty for a lower-case code that is an everyday word. */
    Optional<String> named(Query query) {
        int from = 0;
        int to = query.size();
        if (to >= 3 && query.word(1).matches("of|de") && query.word(0).matches("state|estado")) {
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
            if (code != null) {
                boolean certain = !isWord(query, start, size)
                        || query.capitals().get(start)
                        || query.afterComma().get(start);
                return Optional.of(new Ending(code, start, certain));
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(Query query, int from, int to) {
        return to - from == 1 && ALSO_WORDS.contains(query.word(from));
    }
}
