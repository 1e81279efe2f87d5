package org.campaignbot.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Towns by name: the combined area of all ZIP codes of all places with that name. */
final class Places {

    private final Map<String, Area> areas = new HashMap<>(40_000);
    private final StringBuilder plainKey = new StringBuilder();
    private String lastName = "";
    private @Nullable String lastKey;

    /** Adds an area to the place with that name. */
    void add(String name, Area area) {
        // The table is sorted by ZIP code, so a big town comes many times in a row.
        if (lastKey == null || !name.equals(lastName)) {
            String plain = keyOfPlain(name);
            lastKey = plain == null ? key(Query.of(name)) : plain;
            lastName = name;
        }
        @Nullable Area before = areas.get(lastKey);
        areas.put(lastKey, before == null ? area : before.and(area));
    }

    /** The area of all places that the words name. */
    Area named(Query query) {
        return areas.getOrDefault(key(query), Area.NOWHERE);
    }

    Set<String> keys() {
        return areas.keySet();
    }

    Area at(String key) {
        return areas.getOrDefault(key, Area.NOWHERE);
    }

    /** The key of a name, independent of spacing and abbreviation. */
    static String key(Query query) {
        StringBuilder key = new StringBuilder();
        for (String word : query.words()) {
            key.append(spelledOut(word));
        }
        return key.toString();
    }

    /** The key of a name with only letters and spaces, as nearly all are: the same result as through a query, but faster. */
    private @Nullable String keyOfPlain(String name) {
        StringBuilder key = plainKey;
        key.setLength(0);
        int start = 0;
        int length = name.length();
        for (int i = 0; i <= length; i++) {
            char c = i < length ? name.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z') {
                key.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                key.append((char) (c | 32));
            } else if (c == ' ') {
                int wordAt = key.length() - (i - start);
                if (i - start <= 3 || name.startsWith("Sainte ", start)) {
                    String word = key.substring(wordAt);
                    key.setLength(wordAt);
                    key.append(spelledOut(word));
                }
                start = i + 1;
            } else {
                return null;
            }
        }
        return key.toString();
    }

    private static String spelledOut(String word) {
        return switch (word) {
            case "st", "ste", "sainte" -> "saint";
            case "ft" -> "fort";
            case "hts" -> "heights";
            case "bch" -> "beach";
            case "spgs" -> "springs";
            case "mt" -> "mount";
            case "n" -> "north";
            case "s" -> "south";
            case "e" -> "east";
            case "w" -> "west";
            default -> word;
        };
    }
}
