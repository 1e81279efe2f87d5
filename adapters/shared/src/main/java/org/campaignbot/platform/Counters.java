package org.campaignbot.platform;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts events since the start, by a fixed list of kinds and without personal data; thread-safe.
 *
 * @param <K> the kinds
 */
public final class Counters<K extends Enum<K> & Counters.Kind> {

    /** A kind of event. */
    public interface Kind {
        /** Its name, such as {@code updates.taken}. */
        String title();
    }

    private final Map<K, LongAdder> counts;

    /** Counters starting at 0, one for each kind. */
    public Counters(Class<K> kinds) {
        counts = new EnumMap<>(kinds);
        for (K each : kinds.getEnumConstants()) {
            counts.put(each, new LongAdder());
        }
    }

    /** Counts one more. */
    public void add(K kind) {
        LongAdder count = counts.get(kind);
        if (count != null) {
            count.increment();
        }
    }

    /** How often it has happened. */
    public long of(K kind) {
        LongAdder count = counts.get(kind);
        return count == null ? 0 : count.sum();
    }

    /** The current counts, by the names of all kinds in order. */
    public Map<String, Long> byName() {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((kind, count) -> byName.put(kind.title(), count.sum()));
        return Collections.unmodifiableMap(byName);
    }
}
