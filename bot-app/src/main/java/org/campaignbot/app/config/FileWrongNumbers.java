package org.campaignbot.app.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.campaignbot.outcomes.NumberReports;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.UnreadableSettings;

/** Stores reports of wrong numbers in a YAML file beside the settings, shared by all processes of the installation. */
public final class FileWrongNumbers implements WrongNumbers {

    private static final String HEAD = """
            # Phone numbers that people reported as wrong. Nobody's name is here; the marks in "recent" go after 48 hours.
            """;

    /** A time in UTC at which Washington has the same date. */
    private static final LocalTime AFTERNOON = LocalTime.of(17, 0);

    private static final String NUMBER = "number";

    private final LockedFile file;

    /** The reports of a campaign under a data folder; neither the folder nor the file need exist. */
    public FileWrongNumbers(Path data, String campaign) {
        this.file = new LockedFile(data.resolve("settings").resolve(campaign + "-wrong-numbers.yaml"));
    }

    @Override
    public void report(String reporter, String number, Instant at) {
        update(reports -> reports.with(reporter, number, at));
    }

    @Override
    public void withdraw(String reporter, String number, Instant at) {
        update(reports -> reports.without(reporter, number, at));
    }

    @Override
    public void dismiss(String number) {
        update(reports -> reports.dismissed(number));
    }

    @Override
    public List<Reported> reported() {
        return read().reported();
    }

    /** Removes the hashes of people who reported more than 48 hours ago. */
    public void forgetOldHashes(Instant now) {
        NumberReports present = read();
        if (!present.withoutOldHashes(now).equals(present)) {
            update(reports -> reports.withoutOldHashes(now));
        }
    }

    /** Replays every report of the file elsewhere, without the reporters, and puts the file aside. */
    void moveTo(WrongNumbers other) {
        if (!file.isThere()) {
            return;
        }
        file.locked(() -> {
            NumberReports reports = read();
            reports.counts()
                    .forEach((number, days) -> days.forEach((day, count) -> {
                        Instant then = day.atTime(AFTERNOON).toInstant(ZoneOffset.UTC);
                        for (long each = 0; each < count; each++) {
                            // Each report gets its own name, so that none is counted twice if a crash interrupts the
                            // move.
                            other.report("moved/" + each, number, then);
                        }
                    }));
            if (file.isThere()) {
                file.putAside();
            }
            return reports;
        });
    }

    private void update(UnaryOperator<NumberReports> change) {
        file.locked(() -> {
            NumberReports before = read();
            NumberReports after = change.apply(before);
            if (!after.equals(before)) {
                file.replace(text(after));
            }
            return after;
        });
    }

    private NumberReports read() {
        try {
            KeptYaml yaml = new KeptYaml(file.path(), file.read());
            Set<NumberReports.Recent> recent = new HashSet<>();
            for (Map<String, String> each : yaml.list("recent")) {
                recent.add(new NumberReports.Recent(
                        each.getOrDefault("reporter", ""),
                        each.getOrDefault(NUMBER, ""),
                        Instant.parse(each.getOrDefault("at", ""))));
            }
            SortedMap<String, SortedMap<LocalDate, Long>> counts = new TreeMap<>();
            for (Map<String, String> each : yaml.list("counts")) {
                counts.computeIfAbsent(each.getOrDefault(NUMBER, ""), number -> new TreeMap<>())
                        .put(
                                LocalDate.parse(each.getOrDefault("day", "")),
                                Long.parseLong(each.getOrDefault("count", "")));
            }
            return new NumberReports(recent, counts);
        } catch (KeptYaml.Broken | DateTimeException | NumberFormatException broken) {
            throw new UnreadableSettings("The reports of wrong numbers in " + file.path() + " cannot be read: "
                    + broken.getMessage() + "\nMend the file, or move it away to count anew.");
        }
    }

    private static String text(NumberReports reports) {
        StringBuilder text = new StringBuilder(HEAD).append("counts:");
        text.append(reports.counts().isEmpty() ? " []\n" : "\n");
        reports.counts()
                .forEach((number, days) -> days.forEach((day, count) -> {
                    Map<String, String> line = new LinkedHashMap<>();
                    line.put(NUMBER, number);
                    line.put("day", day.toString());
                    line.put("count", count.toString());
                    text.append("  - ").append(JsonOutput.write(line)).append('\n');
                }));
        text.append("recent:").append(reports.recent().isEmpty() ? " []\n" : "\n");
        reports.recent().forEach(each -> {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("reporter", each.reporter());
            line.put(NUMBER, each.number());
            line.put("at", each.at().toString());
            text.append("  - ").append(JsonOutput.write(line)).append('\n');
        });
        return text.toString();
    }
}
