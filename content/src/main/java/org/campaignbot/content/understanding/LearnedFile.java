package org.campaignbot.content.understanding;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.campaignbot.content.kept.KeptFile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was learned from a campaign's examples. The file has the digest of everything that was learned from; one from other
 * questions counts as missing.
 */
final class LearnedFile {

    /** Change this whenever the code makes other weights from the same questions. */
    private static final String VERSION = "learned 21 ";

    private final KeptFile file;
    private final String digest;

    private LearnedFile(KeptFile file, String digest) {
        this.file = file;
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
        try {
            return new LearnedFile(new KeptFile(kept, program, campaign + ".bin"), QuestionsReader.digest(folders));
        } catch (IOException e) {
            return null;
        }
    }

    /** What was learned from the same questions, or null. */
    @Nullable
    Learned read() {
        return file.read(bytes -> {
            DataInputStream in = new DataInputStream(new Bytes(bytes));
            return in.readUTF().equals(digest) ? Learned.read(bytes, in) : null;
        });
    }

    /** The bytes of a buffer from its position on. */
    private static final class Bytes extends InputStream {

        private final ByteBuffer bytes;

        Bytes(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.hasRemaining() ? Byte.toUnsignedInt(bytes.get()) : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = Math.min(length, bytes.remaining());
            bytes.get(into, from, count);
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    /** Writes it. */
    void write(Learned learned) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(digest);
            learned.write(out);
            file.write(bytes.toByteArray());
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
