package campaignbot.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Towns by name: the ground of all ZIP codes of all places that are called so. */
final class Places {

    private final Map<String, Area> areas = new HashMap<>(40_000);
    private String lastName = "";
    private @Nullable String lastKey;

    /** Adds ground to the place of that name. */
    void add(String name, Area area) {
        // The table runs by ZIP code, so a big town comes many times in a row.
        if (lastKey == null || !name.equals(lastName)) {
            Query words = Query.of(name);
            lastKey = key(words);
            lastName = name;
        }
        areas.merge(lastKey, area, Area::and);
    }

    /** The ground of all places that the words name. */
    Area named(Query query) {
        return areas.getOrDefault(key(query), Area.NOWHERE);
    }

    Set<String> keys() {
        return areas.keySet();
    }

    Area at(String key) {
        return areas.getOrDefault(key, Area.NOWHERE);
    }

    private static String key(Query query) {
        StringBuilder key = new StringBuilder();
        for (String word : query.words()) {
            key.append(
                    switch (word) {
                        case "st", "ste", "sainte" -> "saint";
                        case "ft" -> "fort";
                        case "mt" -> "mount";
                        case "n" -> "north";
                        case "s" -> "south";
                        case "e" -> "east";
                        case "w" -> "west";
                        default -> word;
                    });
        }
        return key.toString();
    }
}
