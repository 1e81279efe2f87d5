package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a platform sees, and how it counts. */
final class Platform {

    private final Map<String, List<Instant>> arrivals = new TreeMap<>();

    /** A message of some kind arrives. */
    void arrives(String kind, Instant at) {
        arrivals.computeIfAbsent(kind, each -> new ArrayList<>()).add(at);
    }

    /** The most messages of a kind in any window of this length, wherever it starts. */
    int mostIn(Duration window, String kind) {
        List<Instant> sorted = sorted(kind);
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plus(window).isAfter(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** The most messages by which a bucket of the platform's own was overdrawn. */
    double overdrawn(String kind, int burst, Duration interval) {
        double level = burst;
        double worst = 0;
        Instant before = Instant.MIN;
        for (Instant at : sorted(kind)) {
            if (!before.equals(Instant.MIN)) {
                double refilled = (double) Duration.between(before, at).toNanos() / interval.toNanos();
                level = Math.min(burst, level + refilled);
            }
            level -= 1;
            worst = Math.max(worst, -level);
            before = at;
        }
        return worst;
    }

    int count(String kind) {
        return arrivals.getOrDefault(kind, List.of()).size();
    }

    private List<Instant> sorted(String kind) {
        return arrivals.getOrDefault(kind, List.of()).stream().sorted().toList();
    }
}
