package org.campaignbot.app.serve;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reports how often events happened since the last report; only kinds and numbers. */
final class HourlyReport {

    private final Supplier<Map<String, Long>> counts;
    private Map<String, Long> before = Map.of();

    HourlyReport(Supplier<Map<String, Long>> counts) {
        this.counts = counts;
    }

    /** The events, like {@code turns 12, turns.failed 1}; empty if there were none. */
    Optional<String> line() {
        Map<String, Long> now = new TreeMap<>(counts.get());
        StringBuilder line = new StringBuilder();
        now.forEach((name, count) -> {
            long more = count - before.getOrDefault(name, 0L);
            if (more > 0) {
                line.append(line.isEmpty() ? "" : ", ").append(name).append(' ').append(more);
            }
        });
        before = now;
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }
}
