package org.campaignbot.content.understanding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was learned from a campaign's examples, so that the next start needn't learn it again: with an installation's private
 * data, and beside the program, for a first start with new data and for other accounts.
 *
 * <p>A file has the digest of everything that was learned from. A file from other questions, or an unreadable one, counts as
 * missing; and if a folder isn't writable, starts are only slower.
 */
final class LearnedFile {

    /** Change this whenever the code makes other weights from the same questions. */
    private static final String VERSION = "learned 11 ";

    private static final String FOR_THE_OWNER = "rwx------";
    private static final String FOR_ALL = "rwxr-xr-x";

    private final Path file;
    private final @Nullable Path beside;
    private final String digest;

    private LearnedFile(Path file, @Nullable Path beside, String digest) {
        this.file = file;
        this.beside = beside;
        this.digest = VERSION + digest;
    }

    /**
     * The file of a campaign whose questions are in some folders; null if they can't be read.
     *
     * @param kept the folder in this installation's private data
     * @param program the folder beside the program, or null
     */
    @Nullable
    static LearnedFile of(Path kept, @Nullable Path program, String campaign, List<Path> folders) {
        String name = campaign + ".bin";
        try {
            return new LearnedFile(
                    kept.resolve(name),
                    program == null ? null : program.resolve(name),
                    QuestionsReader.digest(folders));
        } catch (IOException e) {
            return null;
        }
    }

    /** What was learned from the same questions, or null. */
    @Nullable
    Learned read() {
        Learned own = read(file);
        if (beside == null) {
            return own;
        }
        if (own != null && !Files.exists(beside)) {
            copy(beside);
        }
        return own == null ? read(beside) : own;
    }

    private void copy(Path to) {
        try {
            write(to, Files.readAllBytes(file), FOR_ALL);
        } catch (IOException gone) {
            // The next start tries again.
            return;
        }
    }

    private @Nullable Learned read(Path from) {
        if (!Files.isRegularFile(from)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(from)))) {
            return in.readUTF().equals(digest) ? Learned.read(in) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Writes it; two processes that do so at once write the same. */
    void write(Learned learned) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(digest);
            learned.write(out);
            write(file, bytes.toByteArray(), FOR_THE_OWNER);
            if (beside != null) {
                write(beside, bytes.toByteArray(), FOR_ALL);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
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
            written = Files.createTempFile(to.getParent(), "learned", ".part");
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
