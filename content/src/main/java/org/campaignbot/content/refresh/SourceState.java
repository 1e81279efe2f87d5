package org.campaignbot.content.refresh;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which state of the source a server gave: what it said of each file. It's kept beside the tables that were made of them, so that
 * the next look can ask whether there is anything new.
 *
 * @param address the address of the files' folder, or of the one file
 * @param files what the server said, by the file's name
 */
record SourceState(URI address, Map<String, Validators> files) {

    /** The name of the file that it's kept in. */
    static final String FILE = "source-state.tsv";

    /** A publication replaces all files within seconds. */
    private static final Duration MOST_APART = Duration.ofHours(1);

    SourceState {
        files = Map.copyOf(files);
    }

    /**
     * The headers with which a server tells one state of a file from another; empty if it doesn't.
     *
     * @param etag the {@code ETag}
     * @param modified the {@code Last-Modified}
     */
    record Validators(String etag, String modified) {

        static final Validators NONE = new Validators("", "");

        boolean isEmpty() {
            return etag.isEmpty() && modified.isEmpty();
        }

        /** Whether another answer about the same file is of another state. */
        boolean contradicts(Validators other) {
            boolean hasEtags = !etag.isEmpty() && !other.etag.isEmpty();
            boolean hasDates = !modified.isEmpty() && !other.modified.isEmpty();
            return hasEtags ? !etag.equals(other.etag) : hasDates && !modified.equals(other.modified);
        }

        Optional<Instant> instant() {
            try {
                return modified.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException notADate) {
                return Optional.empty();
            }
        }
    }

    Validators of(String file) {
        return files.getOrDefault(file, Validators.NONE);
    }

    /** When the source last changed; empty unless the server says it of every file. */
    Optional<Instant> modified() {
        List<Instant> all =
                files.values().stream().flatMap(each -> each.instant().stream()).toList();
        return all.size() < files.size() ? Optional.empty() : all.stream().max(Instant::compareTo);
    }

    /** Whether this state is older than another, by what the server says. */
    boolean isBefore(SourceState other) {
        return modified().flatMap(own -> other.modified().map(own::isBefore)).orElse(false);
    }

    /** Whether the files are of different publications, by what the server says. */
    boolean isMixed() {
        List<Instant> all = files.values().stream()
                .flatMap(each -> each.instant().stream())
                .sorted()
                .toList();
        return !all.isEmpty()
                && Duration.between(all.get(0), all.get(all.size() - 1)).compareTo(MOST_APART) > 0;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(address.toString()).append('\n');
        files.keySet().stream()
                .sorted()
                .forEach(file -> text.append(file)
                        .append('\t')
                        .append(of(file).etag())
                        .append('\t')
                        .append(of(file).modified())
                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The state that a folder's tables were made of; empty if they don't come from that address, or it isn't known. */
    static Optional<SourceState> of(Path folder, URI address) {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(FILE));
        } catch (IOException unknown) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.get(0).equals(address.toString())) {
            return Optional.empty();
        }
        Map<String, Validators> files = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 3) {
                files.put(cells[0], new Validators(cells[1], cells[2]));
            }
        }
        return Optional.of(new SourceState(address, files));
    }
}
