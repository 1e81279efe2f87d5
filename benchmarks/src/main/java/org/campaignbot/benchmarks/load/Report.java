package org.campaignbot.benchmarks.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.benchmarks.process.ProcessFigures;

/** Formats the figures of a load run as tables for people and a line of JSON for programs. */
final class Report {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final boolean polling;
    private final Map<Setup, String> starts = new EnumMap<>(Setup.class);
    private final List<Row> rows = new ArrayList<>();
    private final List<Double> disk = new ArrayList<>();
    private final double loadBefore = ProcessFigures.loadAverage();
    private final List<String> after = new ArrayList<>();
    private List<SyncCount.Count> syncs = List.of();

    /** For bots that poll, or have a webhook. */
    Report(boolean polling) {
        this.polling = polling;
    }

    private record Row(int chats, Setup setup, Figures median, double least, double most, double megabytes) {}

    /** Adds a bot's rounds at a number of chats. */
    void row(int chats, Contestant bot, List<Figures> rounds) {
        starts.putIfAbsent(
                bot.setup(),
                text(
                        "| %s | %s | %.2f s | %.0f MB |",
                        bot.setup().shown(), bot.setup().keeps(), bot.firstAnswerSeconds(), bot.idleMegabytes()));
        row(chats, bot.setup(), rounds, bot.residentMegabytes());
    }

    void row(int chats, Setup setup, List<Figures> rounds, double megabytes) {
        rows.add(new Row(
                chats,
                setup,
                Figures.median(rounds),
                rounds.stream().mapToDouble(Figures::updatesPerSecond).min().orElseThrow(),
                rounds.stream().mapToDouble(Figures::updatesPerSecond).max().orElseThrow(),
                megabytes));
    }

    /** Adds a bot's memory once the last round is over for a while. */
    void after(Contestant bot) {
        after.add(text(
                "- %s: %.0f MB a quiet minute after %,.0f updates",
                bot.setup().shown(), bot.residentMegabytes(), bot.updates()));
    }

    /** Adds the disk's syncs per second when idle. */
    void disk(double syncsPerSecond) {
        disk.add(syncsPerSecond);
    }

    void syncs(List<SyncCount.Count> counts) {
        syncs = counts;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| " + (polling ? "by polling" : "by webhook")
                + " | keeps, even if killed | first answer | idle memory |");
        lines.add("|---|---|---:|---:|");
        lines.addAll(starts.values());
        lines.add("");
        lines.add(
                "| chats | bot | updates/s | least to most | answer, median | 99 of 100 | the 200, median | 99 of 100 |"
                        + " processor an update | memory | calls an update | refused |");
        lines.add("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        rows.forEach(row -> lines.add(line(row)));
        lines.add("");
        lines.add("What it was aimed at, and what came out (medians of rounds that took turns):");
        rows.stream().filter(row -> row.setup.isOurs()).forEach(row -> {
            beside(row, Setup.GRAMMY, 1.0).ifPresent(lines::add);
            if (row.setup == Setup.POSTGRESQL) {
                beside(row, Setup.OURS, 0.6).ifPresent(lines::add);
            }
            lines.add(text(
                    "- %d chats, %s: %.3f ms of processor time an update (aim: at most %.2f)",
                    row.chats, row.setup.shown(), row.median.processorMillis(), row.chats == 1 ? 0.5 : 0.22));
        });
        lines.addAll(after);
        lines.add("");
        lines.add("What limits it:");
        lines.add(text(
                "- The load of the machine was %.1f before the run, when all of it was the neighbours', on %d processors",
                loadBefore, PROCESSORS));
        rows.stream().filter(row -> row.setup.isOurs()).forEach(row -> lines.add(limit(row)));
        rows.stream()
                .filter(row -> row.setup == Setup.NULL)
                .forEach(row -> lines.add(text(
                        "- The driver's own ceiling at %d chats: %,.0f updates a second, %.1f µs of its thread an update",
                        row.chats, row.median.updatesPerSecond(), row.median.driverMicros())));
        lines.add(text(
                "- The disk alone, one writer: %s syncs a second (before and after)",
                disk.stream().map(each -> text("%,.0f", each)).toList()));
        syncs.forEach(each -> lines.add(text(
                "- %d chats: %,.0f syncs for 1,000 updates (counted by strace at %,.0f updates a second)",
                each.chats(), each.perThousandUpdates(), each.updatesPerSecond())));
        lines.add("");
        lines.add(json());
        return lines;
    }

    private static String line(Row row) {
        Figures median = row.median;
        return text(
                "| %d | %s | %,.0f | %,.0f to %,.0f | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.3f ms | %.0f MB | %.2f | %.0f |",
                row.chats,
                row.setup.shown(),
                median.updatesPerSecond(),
                row.least,
                row.most,
                median.answerMedian(),
                median.answer99(),
                median.okMedian(),
                median.ok99(),
                median.processorMillis(),
                row.megabytes,
                median.calls(),
                median.refused());
    }

    private Optional<String> beside(Row ours, Setup other, double aim) {
        return rows.stream()
                .filter(row -> row.setup == other && row.chats == ours.chats)
                .findFirst()
                .map(row -> text(
                        "- %d chats, %s: %.2f × the updates of %s (aim: at least %.1f), %.2f × its 99 of 100, %.2f × its processor"
                                + " time",
                        ours.chats,
                        ours.setup.shown(),
                        ours.median.updatesPerSecond() / row.median.updatesPerSecond(),
                        other.shown(),
                        aim,
                        ours.median.answer99() / row.median.answer99(),
                        ours.median.processorMillis() / row.median.processorMillis()));
    }

    private String limit(Row row) {
        double rate = row.median.updatesPerSecond();
        String waits = syncs.stream()
                .filter(each -> each.chats() == row.chats && row.setup == Setup.OURS)
                .findFirst()
                .map(each ->
                        text(", and asked the disk for %,.0f syncs a second", each.perThousandUpdates() * rate / 1000))
                .orElse("");
        return text(
                "- %d chats: %s used %.2f and the driver %.2f of %d processors%s",
                row.chats,
                row.setup.shown(),
                row.median.processorMillis() * rate / 1000,
                row.median.driverMicros() * rate / 1e6,
                PROCESSORS,
                waits);
    }

    private String json() {
        List<String> parts = new ArrayList<>();
        for (Row row : rows) {
            Figures median = row.median;
            parts.add(text(
                    "{\"chats\":%d,\"bot\":\"%s\",\"updates_per_second\":%.1f,\"least\":%.1f,\"most\":%.1f,"
                            + "\"answer_p50_ms\":%.3f,\"answer_p99_ms\":%.3f,\"ok_p50_ms\":%.3f,\"ok_p99_ms\":%.3f,"
                            + "\"cpu_ms\":%.4f,\"driver_us\":%.1f,\"rss_mb\":%.1f,\"calls\":%.3f,\"refused\":%.0f}",
                    row.chats,
                    row.setup.name().toLowerCase(Locale.ROOT),
                    median.updatesPerSecond(),
                    row.least,
                    row.most,
                    median.answerMedian(),
                    median.answer99(),
                    median.okMedian(),
                    median.ok99(),
                    median.processorMillis(),
                    median.driverMicros(),
                    row.megabytes,
                    median.calls(),
                    median.refused()));
        }
        List<String> counts = syncs.stream()
                .map(each -> text("{\"chats\":%d,\"per_1000\":%.1f}", each.chats(), each.perThousandUpdates()))
                .toList();
        return "{\"rows\":[" + String.join(",", parts) + "],\"syncs\":[" + String.join(",", counts) + "],\"disk\":"
                + disk + "}";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
