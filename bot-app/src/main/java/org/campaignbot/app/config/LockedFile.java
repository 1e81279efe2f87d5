package org.campaignbot.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A small file that several processes read and change.
 *
 * <p>It is replaced by a rename, so a reader sees the old text or the new one, never a part; a half-written text left by a crash
 * has another name and gets overwritten. A lock file beside it serializes changes across processes and threads.
 */
final class LockedFile {

    private static final Object THREADS = new Object();

    private final Path file;

    LockedFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** Reads the text; empty if the file doesn't exist yet. */
    byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException notYet) {
            return new byte[0];
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs an action while no one else can change the file. */
    <T> T locked(Supplier<T> act) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        // An operating-system lock belongs to the process, so threads need their own.
        synchronized (THREADS) {
            try {
                OwnFile.makeFolder(Objects.requireNonNull(lock.toAbsolutePath().getParent()));
                try (FileChannel channel =
                        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    FileLock held = channel.lock();
                    try {
                        return act.get();
                    } finally {
                        held.release();
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Replaces the text; call it while holding the lock. */
    void replace(String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Renames the file so that it is no longer read; call it while holding the lock. */
    void putAside() {
        try {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".moved"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
