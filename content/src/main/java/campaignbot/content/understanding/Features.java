package campaignbot.content.understanding;

import java.util.BitSet;

/**
 * What a text shows to the classifier: numbers of features, hashed into a fixed range, with their weights.
 *
 * <p>A feature is a word, two neighbouring words, four letters of a word, a list of words touched, or two of them together.
 * The pairs of lists are what carries over to words that no example has.
 */
final class Features {

    /** Features are numbered below this; with a quarter of it, collisions moved one borderline question in a hundred. */
    static final int RANGE = 1 << 17;

    private static final float WORD = 0.6f;
    private static final float NEIGHBOURS = 0.5f;
    private static final float LETTERS = 0.2f;
    private static final float LIST = 1f;
    private static final float PAIR = 0.5f;
    private static final float UNKNOWN = 0.5f;
    private static final int GRAM = 4;

    private int[] numbers = new int[256];
    private float[] weights = new float[256];
    private int size;

    /** The features of a text, of length one as a vector, so that long texts do not count for more. */
    static Features of(TextReader.Read read) {
        Features features = new Features();
        String before = "^";
        for (String sound : read.sounds()) {
            String stem = stem(sound);
            features.add(hash(1, stem, ""), WORD);
            features.add(hash(2, before, stem), NEIGHBOURS);
            String framed = "^" + sound + "$";
            for (int at = 0; at + GRAM <= framed.length(); at++) {
                long letters = 0;
                for (int i = at; i < at + GRAM; i++) {
                    letters = letters << Character.SIZE | framed.charAt(i);
                }
                features.add(mix(letters), LETTERS);
            }
            before = stem;
        }
        BitSet all = read.subjects();
        for (int one = all.nextSetBit(0); one >= 0; one = all.nextSetBit(one + 1)) {
            features.add(mix(4L << 40 | one), LIST);
            for (int other = all.nextSetBit(one + 1); other >= 0; other = all.nextSetBit(other + 1)) {
                features.add(mix(5L << 40 | (long) one << 20 | other), PAIR);
            }
        }
        int unknown = Math.min(3, read.unknown());
        for (int i = 1; i <= unknown; i++) {
            features.add(mix(6L << 40 | i), UNKNOWN);
        }
        int share =
                read.sounds().isEmpty() ? 0 : 4 * read.unknown() / read.sounds().size();
        for (int i = 1; i <= share; i++) {
            features.add(mix(9L << 40 | i), UNKNOWN);
        }
        features.add(mix((all.isEmpty() ? 8L : 7L) << 40), UNKNOWN);
        features.norm();
        return features;
    }

    int size() {
        return size;
    }

    int number(int at) {
        return numbers[at];
    }

    float weight(int at) {
        return weights[at];
    }

    private void add(long hash, float weight) {
        if (size == numbers.length) {
            numbers = java.util.Arrays.copyOf(numbers, size * 2);
            weights = java.util.Arrays.copyOf(weights, size * 2);
        }
        numbers[size] = (int) (hash & (RANGE - 1));
        weights[size++] = weight;
    }

    private void norm() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i] * weights[i];
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < size; i++) {
            weights[i] /= length;
        }
    }

    /** A word without the s of many. */
    private static String stem(String sound) {
        return sound.length() > 3 && sound.endsWith("s") ? sound.substring(0, sound.length() - 1) : sound;
    }

    private static long hash(int kind, String one, String other) {
        return mix((long) kind << 56 ^ one.hashCode() * 0x9E3779B97F4A7C15L ^ (long) other.hashCode() << 17);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
