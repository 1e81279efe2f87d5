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
 * <p>It is replaced by one rename, so a reader sees the old text or the new one and never a part; a text that a crash left
 * half written has another name and is written over. A lock beside it keeps changes apart, between processes and threads.
 */
final class LockedFile {

    private static final Object THREADS = new Object();

    private final Path file;

    LockedFile(Path file) {
        this.file = file;
    }

    /** Where it is. */
    Path path() {
        return file;
    }

    /** Whether it is there. */
    boolean isThere() {
        return Files.exists(file);
    }

    /** What it holds; nothing where it is not there yet. */
    byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException notYet) {
            return new byte[0];
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Does something while nobody else can change the file. */
    <T> T locked(Supplier<T> act) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        // A lock of the operating system belongs to the process, so threads need one of their own.
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

    /** Puts another text in its place; to be called while it is locked. */
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

    /** Puts it aside under another name, where nobody reads it any more; to be called while it is locked. */
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
