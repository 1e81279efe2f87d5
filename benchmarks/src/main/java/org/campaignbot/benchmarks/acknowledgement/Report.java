package org.campaignbot.benchmarks.acknowledgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.campaignbot.benchmarks.process.ProcessFigures;

/** Formats the figures of a run as a table for people and a line of JSON for programs. */
final class Report {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final double AIMED_SHARE_OF_BARE = 0.5;
    private static final double AIMED_SHARE_OF_BOLT = 1.0;
    private static final int AIMED_USERS = 50;
    private static final double AIMED_P99_MILLIS = 40;

    private final List<Row> rows = new ArrayList<>();
    private final List<Double> disk = new ArrayList<>();
    private final double loadBefore = ProcessFigures.loadAverage();

    private record Row(int users, Contender contender, Figures median, double least, double most, double megabytes) {}

    /** Adds a contender's rounds at a number of users. */
    void row(int users, Contender contender, List<Figures> rounds, double megabytes) {
        rows.add(new Row(
                users,
                contender,
                Figures.median(rounds),
                rounds.stream().mapToDouble(Figures::acknowledged).min().orElseThrow(),
                rounds.stream().mapToDouble(Figures::acknowledged).max().orElseThrow(),
                megabytes));
    }

    /** Adds the disk's syncs per second when idle. */
    void disk(double syncsPerSecond) {
        disk.add(syncsPerSecond);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| users | who | acknowledged/s | least to most | median | 99 of 100 | processor time each |"
                + " messages each | last message after | memory | not acknowledged |");
        lines.add("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        rows.forEach(row -> lines.add(line(row)));
        lines.add("");
        lines.add("What it was aimed at, and what came out (medians of rounds that took turns):");
        rows.stream().filter(row -> row.contender == Contender.OURS).forEach(row -> {
            share(row, Contender.BOLT, AIMED_SHARE_OF_BOLT).ifPresent(lines::add);
            share(row, Contender.BARE, AIMED_SHARE_OF_BARE).ifPresent(lines::add);
            if (row.users == AIMED_USERS) {
                lines.add(text(
                        "- %d users: 99 of 100 acknowledged within %.1f ms (aim: under %.0f)",
                        row.users, row.median.p99(), AIMED_P99_MILLIS));
            }
        });
        lines.add("");
        lines.add("What limits it:");
        lines.add(text(
                "- The load of the machine was %.1f before the run, when all of it was the neighbours', on %d processors",
                loadBefore, PROCESSORS));
        rows.forEach(row -> lines.add(text(
                "- %d users, %s: the process used %.2f and the driver %.2f of %d processors",
                row.users,
                row.contender.shown(),
                row.median.processorMillis() * row.median.acknowledged() / 1000,
                row.median.driverMicros() * row.median.acknowledged() / 1e6,
                PROCESSORS)));
        lines.add(text(
                "- The disk alone, one writer: %s syncs a second (before and after)",
                disk.stream().map(each -> text("%,.0f", each)).toList()));
        lines.add("");
        lines.add(json());
        return lines;
    }

    private static String line(Row row) {
        Figures median = row.median;
        return text(
                "| %d | %s | %,.0f | %,.0f to %,.0f | %.2f ms | %.2f ms | %.3f ms | %.2f | %.1f s | %.0f MB | %.0f |",
                row.users,
                row.contender.shown(),
                median.acknowledged(),
                row.least,
                row.most,
                median.median(),
                median.p99(),
                median.processorMillis(),
                median.messages(),
                median.behindSeconds(),
                row.megabytes,
                median.refused());
    }

    private Optional<String> share(Row ours, Contender other, double aimed) {
        return rows.stream()
                .filter(row -> row.contender == other && row.users == ours.users)
                .findFirst()
                .map(row -> text(
                        "- %d users: %.2f × %s (aim: at least %.1f), %.2f × its 99 of 100",
                        ours.users,
                        ours.median.acknowledged() / row.median.acknowledged(),
                        other.shown(),
                        aimed,
                        ours.median.p99() / row.median.p99()));
    }

    private String json() {
        List<String> parts = new ArrayList<>();
        for (Row row : rows) {
            Figures median = row.median;
            parts.add(text(
                    "{\"users\":%d,\"who\":\"%s\",\"acks_per_second\":%.1f,\"least\":%.1f,\"most\":%.1f,\"p50_ms\":%.3f,"
                            + "\"p99_ms\":%.3f,\"cpu_ms\":%.4f,\"driver_us\":%.1f,\"messages\":%.3f,\"behind_s\":%.2f,"
                            + "\"rss_mb\":%.1f,\"refused\":%.0f}",
                    row.users,
                    row.contender.name().toLowerCase(Locale.ROOT),
                    median.acknowledged(),
                    row.least,
                    row.most,
                    median.median(),
                    median.p99(),
                    median.processorMillis(),
                    median.driverMicros(),
                    median.messages(),
                    median.behindSeconds(),
                    row.megabytes,
                    median.refused()));
        }
        return "{\"rows\":[" + String.join(",", parts) + "],\"disk\":" + disk + "}";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
