package org.campaignbot.benchmarks.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** S3: what {@code /health} reports while no platform can be reached, and what it tells people without a token. */
final class HealthTruth implements Attack {

    private static final int SECONDS = 80;

    @Override
    public List<Finding> run(Path folder) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (Arena arena = new Arena(folder, folder.resolve("data"))) {
            arena.set("OPS_TOKEN", "a-token-of-the-operators");
            arena.knowsTheQuestions();
            arena.start();
            findings.add(details(arena));
            arena.telegram().faults().next(1_000_000).closeUnprocessed();
            arena.slack().faults().next(1_000_000).closeUnprocessed();
            long begin = System.nanoTime();
            boolean down = false;
            while (!down && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(SECONDS)) {
                arena.door().typed(1, "menu");
                down = arena.door().health().status() == 503;
                TimeUnit.SECONDS.sleep(2);
            }
            long seconds = (System.nanoTime() - begin) / 1_000_000_000;
            findings.add(Finding.of(
                    "S3",
                    "neither platform reached for " + SECONDS + " s",
                    "`/health` by 503 after a minute",
                    down ? "503 after " + seconds + " s" : "200 all the time",
                    down));
        }
        return findings;
    }

    private static Finding details(Arena arena) {
        List<String> shown = new ArrayList<>();
        for (String path : List.of("/status", "/health/details", "/metrics")) {
            for (Map<String, String> headers : List.of(
                    Map.<String, String>of(),
                    Map.of("X-Forwarded-For", "127.0.0.1"),
                    Map.of("X-Forwarded-For", "127.0.0.1", "Forwarded", "for=127.0.0.1", "X-Real-IP", "127.0.0.1"),
                    Map.of("Authorization", "Bearer wrong"))) {
                if (arena.door().get(path, headers).status() == 200) {
                    shown.add(path + " with " + headers.keySet());
                }
            }
        }
        return Finding.of(
                "S3",
                "details and metrics, 12 requests from 127.0.0.1 without the token",
                "refused",
                shown.isEmpty() ? "12 refused" : "shown: " + shown,
                shown.isEmpty());
    }
}
