package org.campaignbot.content.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables that replace the shipped ones: one folder per update, numbered from 000001; the highest number is used. A folder gets
 * its number once all its content is on disk, so a crash leaves either the old tables or the new ones.
 */
public final class AppliedTables {

    private static final String NUMBERED = "\\d{6}";

    /** A running process may read a folder's boundaries for a minute after the next one was applied. */
    private static final int KEPT = 3;

    private static final String DRAFT = ".new-";

    /** Far longer than writing takes. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Path folder;

    /**
     * Finds the applied tables of an installation.
     *
     * @param data the folder for the installation's data; it may not exist yet
     */
    public AppliedTables(Path data) {
        this(data, "directory");
    }

    private AppliedTables(Path data, String name) {
        folder = data.resolve(name);
    }

    /** Finds the maps of later Congresses, which stand beside the applied tables and are numbered on their own. */
    public static AppliedTables maps(Path data) {
        return new AppliedTables(data, "maps");
    }

    /** The folder in use; empty if nothing was applied. */
    public Optional<Path> newest() {
        try {
            List<Path> numbered = numbered();
            return numbered.isEmpty() ? Optional.empty() : Optional.of(numbered.get(numbered.size() - 1));
        } catch (IOException unreadable) {
            // The reader of the tables in this folder reports why it can't be read.
            return Optional.of(folder);
        }
    }

    /**
     * Writes files as the folder to use from now on.
     *
     * @param files their texts by file name
     * @throws IOException if that fails, or another process applied tables at the same time; then nothing has changed
     */
    public Path apply(Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        // A temporary directory would be unreadable for the bot if another user applies the tables.
        Path draft = folder.resolve(DRAFT + ProcessHandle.current().pid());
        delete(draft);
        Files.createDirectory(draft);
        deleteLeftovers(Files.getLastModifiedTime(draft).toInstant());
        try {
            write(draft, files);
            List<Path> numbered = numbered();
            int last = numbered.isEmpty()
                    ? 0
                    : Integer.parseInt(
                            String.valueOf(numbered.get(numbered.size() - 1).getFileName()));
            Path target = folder.resolve("%06d".formatted(last + 1));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            for (Path old : numbered.subList(0, Math.max(0, numbered.size() + 1 - KEPT))) {
                delete(old);
            }
            return target;
        } finally {
            delete(draft);
        }
    }

    /** Deletes the drafts of processes that were killed in the midst of it; a younger one may be written now. */
    private void deleteLeftovers(Instant now) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.toList()) {
                if (String.valueOf(each.getFileName()).startsWith(DRAFT) && isLeftOver(each, now)) {
                    delete(each);
                }
            }
        }
    }

    private static boolean isLeftOver(Path draft, Instant now) {
        try {
            return Files.getLastModifiedTime(draft).toInstant().isBefore(now.minus(LEFT_OVER))
                    && Files.isWritable(draft);
        } catch (IOException moved) {
            return false;
        }
    }

    /** Writes files into a folder and syncs them to disk. */
    public static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try (FileChannel channel = FileChannel.open(
                    folder.resolve(file.getKey()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(file.getValue());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        }
        sync(folder);
    }

    /** Deletes a folder with its files, if it exists. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private List<Path> numbered() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> String.valueOf(each.getFileName()).matches(NUMBERED))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Syncs a folder, so that its own entries reach the disk; where folders can't be opened they do so by themselves. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOpened) {
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                throw notOpened;
            }
        }
    }
}
