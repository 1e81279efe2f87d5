package org.campaignbot.storage.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignbot.storage.sealing.KeyFile;
import org.jspecify.annotations.Nullable;

/**
 * The lock of an SQLite database: an OS lock on a file beside it, which is released when its process ends, however it ends.
 *
 * <p>A process that ends in order leaves the time in the file. One that dies leaves it empty, so the next doesn't know when the
 * last message went out.
 *
 * <p>We never open the database's own file here, since closing it would release SQLite's locks on it.
 */
public final class FileServerLock implements ServerLock {

    private static final String NAME = "server.lock";

    /** Files locked by this process: closing a second channel on a file would release the lock held by the first. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final int LONGEST = 64;

    private final Path folder;
    private final InstantSource clock;
    private volatile Instant quietSince;

    public FileServerLock(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.quietSince = clock.instant();
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

    @Override
    public Instant quietSince() {
        return quietSince;
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

    private @Nullable Held lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                KeyFile.ownerOnly("rw-------"));
        Held held = null;
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                quietSince = takeEnd(channel, clock.instant());
                held = new Held(file, channel, clock);
            }
        } finally {
            if (held == null) {
                channel.close();
            }
        }
        return held;
    }

    /** When the last process ended; now, if it left no time. What it left is erased, so that nobody reads it after a later crash. */
    private static Instant takeEnd(FileChannel channel, Instant now) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        while (channel.read(bytes) > 0) {}
        channel.truncate(0);
        try {
            Instant end = Instant.parse(StandardCharsets.US_ASCII.decode(bytes.flip()));
            // A clock may have been set back.
            return end.isBefore(now) ? end : now;
        } catch (DateTimeException died) {
            return now;
        }
    }

    private record Held(Path file, FileChannel channel, InstantSource clock) implements ServingLock.Begun, Alone {
        @Override
        public boolean goesOn() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            try (channel) {
                leaveEnd();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } finally {
                OURS.remove(file);
            }
        }

        private void leaveEnd() {
            try {
                channel.write(StandardCharsets.US_ASCII.encode(clock.instant().toString()), 0);
            } catch (IOException fullOrClosed) {
                // The next process then waits as it does after a crash.
            }
        }
    }
}
