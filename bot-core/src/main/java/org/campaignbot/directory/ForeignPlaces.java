package org.campaignbot.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries and large foreign cities, by every name they have in English and Spanish. */
final class ForeignPlaces {

    /** The most words of a town's name before its country. */
    private static final int LONGEST_TOWN = 4;

    /** Words that no town has in its name: "Austin pero soy de Guanajuato" is in Texas. */
    private static final Set<String> OF_SENTENCES =
            Set.of("pero", "but", "soy", "from", "is", "es", "and", "y", "vine", "born", "naci");

    private static final String CITY = "Ciudad ";

    private final Map<String, ForeignPlace> places = new HashMap<>();

    /** Adds a name of a place; of two places with the same name, the first stays. "Ciudad" is also written "Cd." */
    void add(String name, ForeignPlace place) {
        places.putIfAbsent(Places.key(Query.of(name)), place);
        if (name.startsWith(CITY)) {
            places.putIfAbsent(Places.key(Query.of("Cd " + name.substring(CITY.length()))), place);
        }
    }

    /** The place that all the words name; null if there is none. */
    @Nullable
    ForeignPlace named(Query query) {
        return places.get(Places.key(query));
    }

    /** The place at the end of the words after a town's name, as in "Toronto, Canada"; null if there is none. */
    @Nullable
    ForeignPlace atTheEnd(Query query) {
        boolean isSentence = false;
        for (int start = 1; start < query.size(); start++) {
            isSentence |= OF_SENTENCES.contains(query.word(start - 1));
            if (!query.afterComma().get(start) && (isSentence || start > LONGEST_TOWN)) {
                continue;
            }
            if (query.word(start - 1).matches("little|pequen[ao]")) {
                // Little Haiti is in Miami.
                continue;
            }
            ForeignPlace found = places.get(Places.key(query.part(start, query.size())));
            if (found != null && found.country()) {
                return found;
            }
        }
        return null;
    }
}
