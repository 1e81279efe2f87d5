package campaignbot.content.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables that were put in place of the shipped ones: a folder for each time, numbered from 000001, of which the highest
 * counts. A folder gets its number when all that is in it is on the disk, so a crash leaves the old tables or the new ones.
 */
public final class AppliedTables {

    private static final String NUMBERED = "\\d{6}";

    /** A running process may read the boundaries of a folder for a minute after the next one came. */
    private static final int KEPT = 3;

    private final Path folder;

    /**
     * The applied tables of an installation.
     *
     * @param data the folder for what the installation keeps; it need not be there
     */
    public AppliedTables(Path data) {
        folder = data.resolve("directory");
    }

    /** The folder that counts; empty where nothing was applied. */
    public Optional<Path> newest() {
        try {
            List<Path> numbered = numbered();
            return numbered.isEmpty() ? Optional.empty() : Optional.of(numbered.get(numbered.size() - 1));
        } catch (IOException unreadable) {
            // Whoever reads the tables of this path says why it cannot be read.
            return Optional.of(folder);
        }
    }

    /**
     * Writes files as the folder that counts from now on.
     *
     * @param files their texts by name
     * @throws IOException where that fails, or another process applied tables at the same time; nothing has changed then
     */
    public Path apply(Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, ".new-");
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

    /** Writes files into a folder, down to the disk. */
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

    /** Deletes a folder with its files, where it is there. */
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

    /** A folder's own entries reach the disk by a sync of the folder; where folders cannot be opened they do so by themselves. */
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
