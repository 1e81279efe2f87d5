package org.campaignbot.storage.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignbot.storage.sealing.KeyFile;
import org.jspecify.annotations.Nullable;

/**
 * The lock of an SQLite database: an OS lock on a file beside it, which is released when its process ends, however it ends.
 *
 * <p>We never open the database's own file here, since closing it would release SQLite's locks on it.
 */
public final class FileServerLock implements ServerLock {

    private static final String NAME = "server.lock";

    /** Files locked by this process: closing a second channel on a file would release the lock held by the first. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;

    public FileServerLock(Path folder) {
        this.folder = folder;
    }

    @Override
    public ServingLock serve() {
        Held held = take();
        return held == null
                ? new ServingLock.Refused(
                        "Another bot serves " + folder + " already, or a backup is being restored there. Stop it"
                                + " first, or give this one a folder of its own (BOT_DATA).")
                : held;
    }

    @Override
    public Optional<Alone> alone() {
        return Optional.ofNullable(take());
    }

    private @Nullable Held take() {
        try {
            Path file = folder.toRealPath().resolve(NAME);
            if (!OURS.add(file)) {
                return null;
            }
            Held held = null;
            try {
                held = lock(file);
            } finally {
                if (held == null) {
                    OURS.remove(file);
                }
            }
            return held;
        } catch (IOException unusable) {
            throw new UncheckedIOException("the file " + NAME + " in " + folder + " cannot be locked", unusable);
        }
    }

    private static @Nullable Held lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), KeyFile.ownerOnly("rw-------"));
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new Held(file, channel);
    }

    private record Held(Path file, FileChannel channel) implements ServingLock.Begun, Alone {
        @Override
        public boolean goesOn() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } finally {
                OURS.remove(file);
            }
        }
    }
}
