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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Everything learned from the examples.
 *
 * @param danger which danger a text is about, the last two classes being talk and what other answers answer: learned from every example
 * @param ordinary which other answer a text wants, the last class being none: learned from the examples without danger
 * @param writing whether words typed where a part of a text was asked for were meant for the text, or for the bot
 */
record Learned(
        SoundVocabulary vocabulary, ExactExamples exact, Classifier danger, Classifier ordinary, Classifier writing) {

    /** An answer with fewer examples than this counts much more for each, one with more a little less. */
    private static final double USUAL = 80;

    private static final int FEWEST = 8;

    /**
     * How much all examples without danger count together, beside all with one. A fixed weight for each would make cries seem rarer with
     * every ordinary example.
     */
    private static final float NO_DANGER = 7.0f;

    /** How many classes have no danger: talk that asks for nothing, and what people ask for. They lie on different sides of cries. */
    private static final int CALM = 2;

    private static final Training.Manner DANGER = new Training.Manner(6, 2, 0, false);

    /** Two rounds more, and features of two examples, take twice the time and answer the held-out questions no better. */
    private static final Training.Manner ORDINARY = new Training.Manner(4, 3, 0.03f, true);

    /** A few thousand examples: each round costs next to nothing. */
    private static final Training.Manner WRITING = new Training.Manner(8, 2, 0, true);

    /** The class of what was meant for the bot. */
    private static final int FOR_THE_BOT = 1;

    /** How much an example for no answer counts. */
    private static final float NO_ANSWER = 0.25f;

    /** Learns from the examples, which takes some 25 seconds on two cores. */
    static Learned from(Questions questions, WordLists lists, Danger signs) {
        SoundVocabulary vocabulary = SoundVocabulary.of(questions.examples());
        TextReader reader = TextReader.of(questions, lists, signs, vocabulary);
        Function<String, FeatureHashing> features = text -> FeatureHashing.of(reader.read(Pictures.read(text)));
        // One after the other, each reading its own examples: side by side they'd need half as much memory again.
        Classifier danger = danger(questions, text -> FeatureHashing.ofDanger(reader.read(Pictures.read(text))));
        Classifier ordinary = ordinary(questions, features);
        return new Learned(
                vocabulary, ExactExamples.of(questions.examples()), danger, ordinary, writing(questions, features));
    }

    /** A classifier of what was meant for a text and what for the bot. */
    private static Classifier writing(Questions questions, Function<String, FeatureHashing> features) {
        List<Questions.Writing> writings = questions.writings();
        int[] classes = writings.stream()
                .mapToInt(each -> each.isForTheBot() ? FOR_THE_BOT : 0)
                .toArray();
        List<FeatureHashing> read = writings.stream()
                .map(each -> features.apply(each.text()))
                .collect(Collectors.toCollection(ArrayList::new));
        return Training.classifier(read, classes, new float[] {1, 1}, WRITING);
    }

    /** A classifier of the dangers, of talk and of the other answers. */
    private static Classifier danger(Questions questions, Function<String, FeatureHashing> features) {
        List<String> ids = questions.ids(true);
        Set<String> asked = questions.answers().stream()
                .filter(Questions.Answer::offered)
                .map(Questions.Answer::id)
                .collect(Collectors.toSet());
        int talk = ids.size();
        List<Questions.Example> examples = questions.examples();
        int[] classes = examples.stream()
                .map(Questions.Example::answer)
                .mapToInt(id -> ids.contains(id) ? ids.indexOf(id) : asked.contains(id) ? talk + 1 : talk)
                .toArray();
        float[] weights = new float[talk + CALM];
        long calm = Arrays.stream(classes).filter(each -> each >= talk).count();
        Arrays.fill(weights, 0, talk, 1);
        Arrays.fill(weights, talk, weights.length, NO_DANGER * (classes.length - calm) / Math.max(1, calm));
        return Training.classifier(read(examples, features), classes, weights, DANGER);
    }

    /** A classifier of the answers that aren't about danger and of none of them. */
    private static Classifier ordinary(Questions questions, Function<String, FeatureHashing> features) {
        List<String> ids = questions.ids(false);
        List<String> dangers = questions.ids(true);
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        List<Questions.Example> examples = questions.examples().stream()
                .filter(example -> !dangers.contains(example.answer()))
                .toList();
        int[] classes = examples.stream()
                .mapToInt(example -> numbers.getOrDefault(example.answer(), ids.size()))
                .toArray();
        int[] having = new int[ids.size() + 1];
        Arrays.stream(classes).forEach(number -> having[number]++);
        float[] weights = new float[having.length];
        for (int i = 0; i < ids.size(); i++) {
            weights[i] = weight(having[i]);
        }
        weights[ids.size()] = NO_ANSWER;
        return Training.classifier(read(examples, features), classes, weights, ORDINARY);
    }

    private static List<FeatureHashing> read(
            List<Questions.Example> examples, Function<String, FeatureHashing> features) {
        return examples.parallelStream()
                .map(example -> features.apply(example.text()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static float weight(int examples) {
        double scarce = USUAL / Math.max(FEWEST, examples);
        return (float) (scarce > 1 ? StrictMath.pow(scarce, 1.6) : StrictMath.sqrt(scarce));
    }

    /** Whether it was learned for these answers. */
    boolean fits(Questions questions) {
        return danger.classes() == questions.ids(true).size() + CALM
                && ordinary.classes() == questions.ids(false).size() + 1
                && writing.classes() == FOR_THE_BOT + 1;
    }

    /** How likely it is that words typed where a part of a text was asked for were meant for the bot. */
    float forTheBot(FeatureHashing features) {
        return writing.shares(features)[FOR_THE_BOT];
    }

    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        exact.write(out);
        danger.write(out);
        ordinary.write(out);
        writing.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in reads the same bytes
     */
    static Learned read(ByteBuffer bytes, DataInput in) throws IOException {
        return new Learned(
                SoundVocabulary.read(in),
                ExactExamples.read(in),
                Classifier.read(bytes),
                Classifier.read(bytes),
                Classifier.read(bytes));
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
