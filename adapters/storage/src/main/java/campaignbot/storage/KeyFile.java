package campaignbot.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file {@code key} in the folder of {@code BOT_DATA}: made at first start, readable by its owner alone. */
final class KeyFile {

    static final String NAME = "key";

    private final Path file;

    KeyFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The key in the file, with the one before it on a second line while it is rotated; null where there is no file. */
    @Nullable
    BotKey read() throws IOException, UnusableDatabase {
        return Files.exists(file) ? keys(Files.readString(file)) : null;
    }

    private BotKey keys(String text) throws UnusableDatabase {
        String[] lines = text.strip().split("\\R", 2);
        BotKey key = BotKey.of(lines[0], "The file " + file);
        return lines.length == 1 ? key : key.inPlaceOf(BotKey.of(lines[1], "The second line of the file " + file));
    }

    /** Puts a key, and the one before it where there is one, in the place of what the file holds; a power cut leaves one or the other. */
    void replace(BotKey key) throws IOException {
        BotKey previous = key.previous();
        String text = key.text() + "\n" + (previous == null ? "" : previous.text() + "\n");
        Path next =
                Files.createTempFile(file.toAbsolutePath().getParent(), NAME + ".", ".next", ownerOnly("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Makes the file with a new key, or reads the one that another process has just made. */
    BotKey make() throws IOException, UnusableDatabase {
        BotKey key = BotKey.random();
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            channel.write(ByteBuffer.wrap((key.text() + "\n").getBytes(StandardCharsets.UTF_8)));
            // Rows sealed with a key that a power cut took away could never be read again.
            channel.force(true);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return keys(Files.readString(file));
        }
        return key;
    }

    /** What keeps others from a new file or folder, where the file system knows owners. */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
