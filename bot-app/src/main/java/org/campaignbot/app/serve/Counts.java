package org.campaignbot.app.serve;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts events since the start, by name; a name is a kind of event and never personal data. */
final class Counts {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one event. */
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
