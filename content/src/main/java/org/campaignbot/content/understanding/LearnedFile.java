package org.campaignbot.content.understanding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was learned from a campaign's examples, so that the next start needn't learn it again.
 *
 * <p>The file has the digest of everything that was learned from. A file from other questions, or an unreadable one, counts as
 * missing; and if the folder isn't writable, starts are only slower.
 */
final class LearnedFile {

    /** Change this whenever the code makes other weights from the same questions. */
    private static final String VERSION = "learned 11 ";

    private final Path file;
    private final String digest;

    private LearnedFile(Path folder, String campaign, String digest) {
        this.file = folder.resolve(campaign + ".bin");
        this.digest = VERSION + digest;
    }

    /** The file of a campaign whose questions are in some folders; null if they can't be read. */
    @Nullable
    static LearnedFile of(Path kept, String campaign, List<Path> folders) {
        try {
            return new LearnedFile(kept, campaign, QuestionsReader.digest(folders));
        } catch (IOException e) {
            return null;
        }
    }

    /** What was learned from the same questions, or null. */
    @Nullable
    Learned read() {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readUTF().equals(digest) ? Learned.read(in) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Writes it; two processes that do so at once write the same. */
    void write(Learned learned) {
        Path written = null;
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                // It's in the folder for this installation's private data.
                Files.createDirectories(
                        file.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(file.getParent());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(digest);
            learned.write(out);
            written = Files.createTempFile(file.getParent(), "learned", ".part");
            Files.write(written, bytes.toByteArray());
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
