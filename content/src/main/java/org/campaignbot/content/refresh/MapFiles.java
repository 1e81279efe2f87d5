package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A map in our own format: ZIP codes and boundaries, with the number of its Congress in the files' names.
 *
 * @param number the number, such as 120
 */
record MapFiles(int number, Path zips, Path boundaries) {

    private static final Pattern ZIPS = Pattern.compile("zip-districts-cd([1-9]\\d{2})\\.csv");
    private static final Pattern BOUNDARIES = Pattern.compile("districts-cd([1-9]\\d{2})\\.topojson");

    /** Finds the map in a folder; empty if there is none, or if a refusal was added instead. */
    static Optional<MapFiles> in(Path folder, List<RefreshRefusal> refusals) throws IOException {
        List<Path> zips = named(folder, ZIPS);
        List<Path> boundaries = named(folder, BOUNDARIES);
        if (zips.isEmpty() && boundaries.isEmpty()) {
            return Optional.empty();
        }
        if (zips.size() != 1
                || boundaries.size() != 1
                || number(zips.get(0), ZIPS) != number(boundaries.get(0), BOUNDARIES)) {
            List<Path> both = new ArrayList<>(zips);
            both.addAll(boundaries);
            refusals.add(new RefreshRefusal(
                    RefreshRefusal.Kind.MAP,
                    "ZIP codes and boundaries are replaced together: a map is one zip-districts-cdNNN.csv and one "
                            + "districts-cdNNN.topojson of the same number, and here are "
                            + String.join(
                                    ", ",
                                    both.stream()
                                            .map(each -> String.valueOf(each.getFileName()))
                                            .toList())));
            return Optional.empty();
        }
        return Optional.of(new MapFiles(number(zips.get(0), ZIPS), zips.get(0), boundaries.get(0)));
    }

    private static List<Path> named(Path folder, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each ->
                            pattern.matcher(String.valueOf(each.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    private static int number(Path file, Pattern pattern) {
        Matcher matcher = pattern.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
