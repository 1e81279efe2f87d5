package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.campaignbot.content.tables.AppliedTables;

/**
 * Which feed it is. It's kept beside the tables that were made of it, and apart from them for the highest version that was seen of
 * each key, so that nobody can bring an older one back.
 *
 * @param key the id of the key that signed it
 * @param version its number; a later feed of that key has a higher one
 * @param digest the SHA-256 of the whole file
 * @param expires the last day on which it may be used
 */
public record FeedMark(String key, long version, String digest, LocalDate expires) {

    /** The name of the file beside tables that were made of a feed. */
    static final String FILE = "feed.txt";

    /** The file of the highest versions, in the data folder. */
    private static final String SEEN = "feeds-seen.txt";

    byte[] bytes() {
        return (line() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String line() {
        return key + " " + version + " " + digest + " " + expires;
    }

    private static FeedMark of(String line) throws IOException {
        String[] words = line.split(" ", -1);
        try {
            if (words.length == 4) {
                return new FeedMark(words[0], Long.parseLong(words[1]), words[2], LocalDate.parse(words[3]));
            }
        } catch (NumberFormatException | DateTimeException notALine) {
            // Said below.
        }
        throw new IOException("the list of feeds that were seen is damaged");
    }

    /** The feed that the tables of a folder were made of; empty if it's another source, or unknown. */
    static Optional<FeedMark> in(Path folder) {
        try {
            return Optional.of(of(Files.readString(folder.resolve(FILE)).strip()));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /**
     * The highest versions that an installation has seen, by key; none before the first.
     *
     * @param data the folder of its data
     * @throws IOException if they can't be read: then no feed can be judged
     */
    static Map<String, FeedMark> seen(Path data) throws IOException {
        Map<String, FeedMark> marks = new TreeMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve(SEEN));
        } catch (NoSuchFileException none) {
            return marks;
        }
        for (String line : lines) {
            FeedMark mark = of(line);
            marks.put(mark.key(), mark);
        }
        return marks;
    }

    /** Keeps it as the highest version of its key, also over a restart, unless a higher one was seen meanwhile. */
    public void keep(Path data) throws IOException {
        Map<String, FeedMark> marks = seen(data);
        FeedMark before = marks.put(key, this);
        if (before != null && before.version() >= version) {
            return;
        }
        Files.createDirectories(data);
        StringBuilder text = new StringBuilder();
        marks.values().forEach(each -> text.append(each.line()).append('\n'));
        String draft = "." + SEEN + "-" + ProcessHandle.current().pid();
        Files.deleteIfExists(data.resolve(draft));
        AppliedTables.write(data, Map.of(draft, text.toString().getBytes(StandardCharsets.UTF_8)));
        Files.move(data.resolve(draft), data.resolve(SEEN), StandardCopyOption.ATOMIC_MOVE);
    }
}
