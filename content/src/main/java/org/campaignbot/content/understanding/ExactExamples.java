package org.campaignbot.content.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/** Knows the examples by a hash of their folded text: a text that equals one gets exactly its answer. */
final class ExactExamples {

    private static final long PRIME = 0x100000001B3L;
    private static final int MOST = 1 << 20;

    /** The sorted hashes, and the number of the answer for each. */
    private final long[] hashes;

    private final short[] answers;
    private final List<String> names;

    private ExactExamples(long[] hashes, short[] answers, List<String> names) {
        this.hashes = hashes;
        this.answers = answers;
        this.names = names;
    }

    /** The first of several equal examples counts, so a campaign's own come before inherited ones. */
    static ExactExamples of(List<Questions.Example> examples) {
        List<String> names =
                examples.stream().map(Questions.Example::answer).distinct().toList();
        TreeMap<Long, String> byHash = new TreeMap<>();
        for (Questions.Example example : examples) {
            String folded = Fold.fold(example.text());
            if (!folded.isEmpty()) {
                byHash.putIfAbsent(hash(folded), example.answer());
            }
        }
        long[] hashes = byHash.keySet().stream().mapToLong(Long::longValue).toArray();
        short[] answers = new short[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            answers[i] = (short) names.indexOf(byHash.get(hashes[i]));
        }
        return new ExactExamples(hashes, answers, names);
    }

    /** The answer of the example that equals a text, or null. */
    @Nullable
    String answer(String text) {
        String folded = Fold.fold(text);
        int at = folded.isEmpty() ? -1 : Arrays.binarySearch(hashes, hash(folded));
        return at < 0 ? null : names.get(answers[at]);
    }

    private static long hash(String folded) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * PRIME;
        }
        return hash ^ hash >>> 29;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
        out.writeInt(hashes.length);
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
        bytes.asLongBuffer().put(hashes);
        out.write(bytes.array());
        for (short answer : answers) {
            out.writeShort(answer);
        }
    }

    static ExactExamples read(DataInput in) throws IOException {
        List<String> names = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            names.add(in.readUTF());
        }
        byte[] bytes = new byte[count(in) * Long.BYTES];
        in.readFully(bytes);
        long[] hashes = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
        short[] answers = new short[hashes.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = in.readShort();
            if (answers[i] < 0 || answers[i] >= names.size()) {
                throw new IOException("not a list of examples");
            }
        }
        return new ExactExamples(hashes, answers, names);
    }

    private static int count(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("not a list of examples");
        }
        return count;
    }
}
