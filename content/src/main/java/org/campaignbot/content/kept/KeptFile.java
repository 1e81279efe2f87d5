package org.campaignbot.content.kept;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of what was made from a campaign's files, so that the next start needn't make it again: with an installation's private
 * data, and beside the program, for a first start with new data and for other accounts.
 *
 * <p>Whoever reads it judges by what it says of itself whether it still fits. An unreadable one counts as missing; and if a folder
 * isn't writable, starts are only slower.
 */
public final class KeptFile {

    private static final String FOR_THE_OWNER = "rwx------";
    private static final String FOR_ALL = "rwxr-xr-x";

    private final Path file;
    private final @Nullable Path beside;

    /**
     * Names a file.
     *
     * @param kept the folder in this installation's private data, created if it's missing
     * @param program the folder beside the program, or null
     */
    public KeptFile(Path kept, @Nullable Path program, String name) {
        this.file = kept.resolve(name);
        this.beside = program == null ? null : program.resolve(name);
    }

    /** Parses the bytes of a file. */
    public interface Reader<T> {
        /**
         * Returns what they say, or null if they were made from something else.
         *
         * @param bytes the whole file, mapped: the system keeps of it in memory what was read lately, and it stays readable
         *     after a newer one took its place
         * @throws IOException if they're corrupt
         * @throws BufferUnderflowException if they're cut off
         */
        @Nullable
        T read(ByteBuffer bytes) throws IOException;
    }

    /** What the file says, or null if there is none that fits. */
    public <T> @Nullable T read(Reader<T> reader) {
        T own = read(file, reader);
        if (beside == null) {
            return own;
        }
        if (own != null && !Files.exists(beside)) {
            copy(beside);
        }
        return own == null ? read(beside, reader) : own;
    }

    private static <T> @Nullable T read(Path from, Reader<T> reader) {
        if (!Files.isRegularFile(from)) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(from)) {
            return reader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException | BufferUnderflowException e) {
            return null;
        }
    }

    private void copy(Path to) {
        try {
            write(to, Files.readAllBytes(file), FOR_ALL);
        } catch (IOException gone) {
            // The next start tries again.
            return;
        }
    }

    /** Writes it; two processes that do so at once write the same. */
    public void write(byte[] bytes) {
        write(file, bytes, FOR_THE_OWNER);
        if (beside != null) {
            write(beside, bytes, FOR_ALL);
        }
    }

    private static void write(Path to, byte[] bytes, String permissions) {
        Path written = null;
        try {
            boolean isPosix = to.getFileSystem().supportedFileAttributeViews().contains("posix");
            Set<PosixFilePermission> allowed = PosixFilePermissions.fromString(permissions);
            if (isPosix) {
                Files.createDirectories(to.getParent(), PosixFilePermissions.asFileAttribute(allowed));
            } else {
                Files.createDirectories(to.getParent());
            }
            written = Files.createTempFile(to.getParent(), "kept", ".part");
            Files.write(written, bytes);
            if (isPosix) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(permissions.replace('x', '-')));
            }
            Files.move(written, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(written);
        }
    }

    private static void discard(@Nullable Path written) {
        try {
            if (written != null) {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            // A leftover file does no harm.
            return;
        }
    }
}
