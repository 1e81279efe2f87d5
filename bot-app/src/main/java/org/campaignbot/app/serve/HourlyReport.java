package org.campaignbot.app.serve;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells how often things happened since it last told; kinds and numbers alone. */
final class HourlyReport {

    private final Supplier<Map<String, Long>> counts;
    private Map<String, Long> before = Map.of();

    HourlyReport(Supplier<Map<String, Long>> counts) {
        this.counts = counts;
    }

    /** What has happened, as {@code turns 12, turns.failed 1}; empty where nothing has. */
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
