package org.campaignbot.storage.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.jspecify.annotations.Nullable;

/** The file {@code key} in the folder {@code BOT_DATA}: created at first start and readable only by its owner. */
public final class KeyFile {

    public static final String NAME = "key";

    private final Path file;

    public KeyFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The key in the file, with the previous key on a second line during a rotation; null if there's no file. */
    @Nullable
    public BotKey read() throws IOException, UnusableDatabase {
        return Files.exists(file) ? keys(Files.readString(file)) : null;
    }

    private BotKey keys(String text) throws UnusableDatabase {
        String[] lines = text.strip().split("\\R", 2);
        BotKey key = BotKey.of(lines[0], "The file " + file);
        return lines.length == 1 ? key : key.inPlaceOf(BotKey.of(lines[1], "The second line of the file " + file));
    }

    /**
     * Replaces the file's content with a key and, if it has one, its previous key; a power cut leaves either the old or the new
     * content.
     */
    public void replace(BotKey key) throws IOException {
        BotKey previous = key.previous();
        Path next = written(key.text() + "\n" + (previous == null ? "" : previous.text() + "\n"));
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /**
     * Creates the file with a new key, or reads the one that another process has just created.
     *
     * <p>The file appears with its whole content, so that no process reads half a key, and none is left by a crash.
     */
    public BotKey make() throws IOException, UnusableDatabase {
        BotKey key = BotKey.random();
        Path next = written(key.text() + "\n");
        try {
            appear(next);
            forceFolder();
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return keys(Files.readString(file));
        } finally {
            Files.deleteIfExists(next);
        }
        return key;
    }

    private void appear(Path next) throws IOException {
        try {
            Files.createLink(file, next);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            throw madeMeanwhile;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(next, file);
        }
    }

    /** A file beside this one with this text, on the disk: rows sealed with a lost key could never be read again. */
    private Path written(String text) throws IOException {
        Path next = Files.createTempFile(folder(), NAME + ".", ".next", ownerOnly("rw-------"));
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException failure) {
            Files.deleteIfExists(next);
            throw failure;
        }
        return next;
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Permissions that keep others out of a new file or folder, if the file system supports owners. */
    public static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
