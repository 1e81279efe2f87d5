package org.campaignbot.app.serve;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often things have happened since the start, by their names; a name is a kind of event and never anything of a person. */
final class Counts {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one more. */
    void add(String name) {
        counts.computeIfAbsent(name, unknown -> new LongAdder()).increment();
    }

    /** All counts by name. */
    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return all;
    }
}
