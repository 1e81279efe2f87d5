package campaignbot.slack;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often things have happened since the start; it tells kinds and numbers, and nothing of a person.
 *
 * @param byName the counts by their names, as {@code updates.taken}; every name is there from the start, and the names are a closed
 *     list
 */
public record SlackCounts(Map<String, Long> byName) {
    public SlackCounts {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }
}
