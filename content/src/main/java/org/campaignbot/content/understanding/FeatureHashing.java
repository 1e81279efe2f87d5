package org.campaignbot.content.understanding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The features of a text for the classifier: numbers hashed into a fixed range, with their weights.
 *
 * <p>A feature is a word, two neighboring words or two with one between, four or five letters of a word, a matched word list,
 * two of them together, or a sign of danger. Letters are taken as typed, because shared ones make up for a typo; lists are matched after spelling
 * correction, and generalize to words that no example has.
 */
final class FeatureHashing {

    /** Feature numbers are below this. */
    static final int RANGE = 1 << 20;

    private static final float WORD = 0.6f;
    private static final float NEIGHBORS = 0.5f;
    private static final float APART = 0.3f;
    private static final float DENIED = 0.5f;
    private static final float LETTERS = 0.15f;
    private static final float LIST = 1f;
    private static final float DANGER_LIST = 0.8f;
    private static final float PAIR = 0.5f;
    private static final float SIGN = 0.5f;
    private static final float UNKNOWN = 0.3f;
    private static final float ASKS = 0.5f;
    private static final int SHORTEST_GRAM = 4;
    private static final int LONGEST_GRAM = 5;

    /** How many words a denial reaches: "didn't leave them a message". */
    private static final int REACH_OF_DENIAL = 4;

    private static final Set<String> DENIALS = Set.of(
            "no", "not", "never", "nobody", "noone", "neither", "nor", "none", "without", "nothing", "dont", "doesnt",
            "didnt", "isnt", "arent", "wasnt", "wont", "wouldnt", "cant", "cannot", "couldnt", "hasnt", "havent",
            "hadnt", "aint", "ni", "nunca", "nadie", "ninguno", "ninguna", "ningun", "sin", "tampoco", "jamas", "nada");

    private int[] numbers = new int[256];
    private float[] weights = new float[256];
    private int size;

    private FeatureHashing() {}

    /** The features of a text. */
    static FeatureHashing of(TextReader.Read read) {
        return new FeatureHashing().filled(read);
    }

    /**
     * The features that danger is told by, with one more for a text that asks something: "do people die in there" cries less than "people
     * die in here". What is asked or reported is told better without.
     */
    static FeatureHashing ofDanger(TextReader.Read read) {
        FeatureHashing features = of(read);
        if (read.asks()) {
            features.add(mix(17L << 40), ASKS);
        }
        return features;
    }

    private FeatureHashing filled(TextReader.Read read) {
        addWords(read.words(), read.corrected());
        addLists(read);
        read.signs().stream().forEach(sign -> add(mix(16L << 40 | sign), SIGN));
        int unknown = Math.min(3, read.unknown());
        for (int i = 1; i <= unknown; i++) {
            add(mix(6L << 40 | i), UNKNOWN);
        }
        int share =
                read.words().isEmpty() ? 0 : 4 * read.unknown() / read.words().size();
        for (int i = 1; i <= share; i++) {
            add(mix(9L << 40 | i), UNKNOWN);
        }
        // Learning holds those of all examples at a time.
        numbers = Arrays.copyOf(numbers, size);
        weights = Arrays.copyOf(weights, size);
        return this;
    }

    private void addWords(List<String> words, List<String> corrected) {
        String before = "^";
        int denied = 0;
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            String stem = stem(corrected.get(k));
            add(hash(1, stem, ""), WORD);
            if (!word.equals(corrected.get(k))) {
                add(hash(1, stem(word), ""), WORD);
            }
            add(hash(2, before, stem), NEIGHBORS);
            String framed = "^" + word + "$";
            for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
                for (int at = 0; at + length <= framed.length(); at++) {
                    long letters = length;
                    for (int i = at; i < at + length; i++) {
                        letters = letters * 0x100000001B3L ^ framed.charAt(i);
                    }
                    add(mix(letters), LETTERS);
                }
            }
            if (k >= 2) {
                add(hash(3, stem(corrected.get(k - 2)), stem), APART);
            }
            if (denied > 0) {
                add(hash(4, "", stem), DENIED);
            }
            denied = DENIALS.contains(word) ? REACH_OF_DENIAL : denied - 1;
            before = stem;
        }
        add(hash(2, before, "$"), NEIGHBORS);
    }

    private void addLists(TextReader.Read read) {
        BitSet subjects = read.subjects();
        for (int one = subjects.nextSetBit(0); one >= 0; one = subjects.nextSetBit(one + 1)) {
            add(mix(4L << 40 | one), LIST);
            for (int other = subjects.nextSetBit(one + 1); other >= 0; other = subjects.nextSetBit(other + 1)) {
                add(mix(5L << 40 | (long) one << 20 | other), PAIR);
            }
        }
        BitSet danger = (BitSet) read.learned().clone();
        danger.andNot(subjects);
        for (int one = danger.nextSetBit(0); one >= 0; one = danger.nextSetBit(one + 1)) {
            add(mix(14L << 40 | one), DANGER_LIST);
        }
        add(mix((subjects.isEmpty() ? 8L : 7L) << 40), UNKNOWN);
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
            numbers = Arrays.copyOf(numbers, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        numbers[size] = (int) (hash & (RANGE - 1));
        weights[size++] = weight;
    }

    /** A word without its plural s. */
    private static String stem(String sound) {
        return sound.length() > 3 && sound.endsWith("s") ? sound.substring(0, sound.length() - 1) : sound;
    }

    private static long hash(int kind, String one, String other) {
        return mix((long) kind << 56
                ^ one.hashCode() * 0x9E3779B97F4A7C15L
                ^ (long) other.hashCode() * 0xC2B2AE3D27D4EB4FL);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
