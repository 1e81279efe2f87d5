package org.campaignbot.content.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Everything learned from the examples.
 *
 * @param danger which danger a text is about, the last class being none: learned from every example
 * @param ordinary which other answer a text wants, the last class being none: learned from the examples without danger
 */
record Learned(SoundVocabulary vocabulary, ExactExamples exact, Classifier danger, Classifier ordinary) {

    /** An answer with fewer examples than this counts much more for each, one with more a little less. */
    private static final double USUAL = 80;

    private static final int FEWEST = 8;

    /**
     * How much all examples without danger count together, beside all with one. A fixed weight for each would make cries seem rarer with
     * every ordinary example.
     */
    private static final float NO_DANGER = 4.7f;

    private static final Training.Manner DANGER = new Training.Manner(6, 2, 0, false);

    /** Two rounds more, and features of two examples, take twice the time and answer the held-out questions no better. */
    private static final Training.Manner ORDINARY = new Training.Manner(4, 3, 0.03f, true);

    /** How much an example for no answer counts. */
    private static final float NO_ANSWER = 0.25f;

    /** Learns from the examples, which takes some 25 seconds on two cores. */
    static Learned from(Questions questions, WordLists lists, Danger signs) {
        SoundVocabulary vocabulary = SoundVocabulary.of(questions.examples());
        TextReader reader = TextReader.of(questions, lists, vocabulary);
        Function<String, FeatureHashing> features = text -> {
            TextReader.Read read = reader.read(Pictures.read(text));
            return FeatureHashing.of(read, signs.signsIn(read.all()));
        };
        List<String> dangers = questions.ids(true);
        // One after the other, each reading its own examples: side by side they'd need half as much memory again.
        Classifier danger = classifier(questions, features, dangers, id -> true, true);
        Classifier ordinary = classifier(questions, features, questions.ids(false), id -> !dangers.contains(id), false);
        return new Learned(vocabulary, ExactExamples.of(questions.examples()), danger, ordinary);
    }

    /** A classifier of some answers and of none of them, from the examples of the answers that count. */
    private static Classifier classifier(
            Questions questions,
            Function<String, FeatureHashing> features,
            List<String> ids,
            Predicate<String> counts,
            boolean isDanger) {
        int none = ids.size();
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        List<Questions.Example> examples = questions.examples().stream()
                .filter(example -> counts.test(example.answer()))
                .toList();
        int[] classes = examples.stream()
                .mapToInt(example -> numbers.getOrDefault(example.answer(), none))
                .toArray();
        int[] having = new int[none + 1];
        Arrays.stream(classes).forEach(number -> having[number]++);
        float[] weights = new float[none + 1];
        int answered = examples.size() - having[none];
        weights[none] = isDanger ? NO_DANGER * answered / Math.max(1, having[none]) : NO_ANSWER;
        for (int i = 0; i < none; i++) {
            weights[i] = isDanger ? 1 : weight(having[i]);
        }
        List<FeatureHashing> learned = examples.parallelStream()
                .map(example -> features.apply(example.text()))
                .collect(Collectors.toCollection(ArrayList::new));
        return Training.classifier(learned, classes, weights, isDanger ? DANGER : ORDINARY);
    }

    private static float weight(int examples) {
        double scarce = USUAL / Math.max(FEWEST, examples);
        return (float) (scarce > 1 ? StrictMath.pow(scarce, 1.6) : StrictMath.sqrt(scarce));
    }

    /** Whether it was learned for these answers. */
    boolean fits(Questions questions) {
        return danger.classes() == questions.ids(true).size() + 1
                && ordinary.classes() == questions.ids(false).size() + 1;
    }

    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        exact.write(out);
        danger.write(out);
        ordinary.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in reads the same bytes
     */
    static Learned read(ByteBuffer bytes, DataInput in) throws IOException {
        return new Learned(
                SoundVocabulary.read(in), ExactExamples.read(in), Classifier.read(bytes), Classifier.read(bytes));
    }

    /** Knows the examples by a hash of their folded text: a text that equals one gets exactly its answer. */
    static final class ExactExamples {

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
}
