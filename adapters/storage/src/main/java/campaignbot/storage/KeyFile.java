package campaignbot.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The key in the file, or null where there is no file. */
    @Nullable
    BotKey read() throws IOException, UnusableDatabase {
        return Files.exists(file) ? BotKey.of(Files.readString(file), "The file " + file) : null;
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
            return BotKey.of(Files.readString(file), "The file " + file);
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
