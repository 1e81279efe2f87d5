package org.campaignbot.platform;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts events since the start, by names that come from the code and never from outside; thread-safe. */
public final class Counts {

    /** A kind of event, from a fixed list. */
    public interface Kind {
        /** Its name, such as {@code updates.taken}. */
        String title();
    }

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts that list an event once it has happened. */
    public Counts() {}

    /** Counts that list these kinds from the start, at 0. */
    public Counts(Kind... kinds) {
        for (Kind each : kinds) {
            counts.put(each.title(), new LongAdder());
        }
    }

    /** Counts one more. */
    public void add(Kind kind) {
        add(kind.title());
    }

    /** Counts one more event of that name. */
    public void add(String name) {
        counts.computeIfAbsent(name, unknown -> new LongAdder()).increment();
    }

    /** How often it has happened. */
    public long of(Kind kind) {
        LongAdder count = counts.get(kind.title());
        return count == null ? 0 : count.sum();
    }

    /** The current counts, in the order of their names. */
    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return Collections.unmodifiableMap(all);
    }

    /** How many events of all kinds have happened. */
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
