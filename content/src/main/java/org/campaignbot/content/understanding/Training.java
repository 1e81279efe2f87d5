package org.campaignbot.content.understanding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns the weights of a classifier from examples, one after the other, in several rounds; the result is the mean of the
 * weights after each of the later rounds.
 *
 * <p>The same examples always give the same weights: Java 17 computes floating point identically everywhere, and the order
 * comes from the examples themselves, so a new example changes little else. A weight's step shrinks the more it was changed (AdaGrad).
 */
final class Training {

    private static final float STEP = 0.5f;

    /** How much of every weight is kept per step (L2). */
    private static final float KEPT = 1 - 5e-6f;

    private static final float LEAST = 1e-6f;

    /**
     * A smaller error changes no weight: most are that small, and what is learned without them answers the held-out
     * questions no worse.
     */
    private static final float LEAST_ERROR = 0.003f;

    /** An odd number with its bits well spread (the golden ratio), for mixing. */
    private static final long ODD = 0x9E3779B97F4A7C15L;

    /** An example that counts this much is one of so few that each of its features is kept. */
    private static final float PRECIOUS = 4;

    /**
     * How to learn.
     *
     * @param rounds how often each example is taken
     * @param leastExamples a feature in fewer examples says more about them than about what they have in common with others
     * @param sure an example whose largest error is smaller teaches so little that the next round does without it
     * @param weighsRarity whether rare features count for more: that tells many answers apart, but hides what all cries share
     */
    record Manner(int rounds, int leastExamples, float sure, boolean weighsRarity) {}

    private final Manner manner;
    private final int classes;
    private final float[] counts;

    /** The features that are learned, in ascending order; the place of a feature is its row. */
    private final int[] learned;

    private final float[] rarities;
    private final float[] weights;

    /** The sum of squared changes of each weight. */
    private final float[] changed;

    /** The rows of the features of each example, and their values, normalized. */
    private final int[][] features;

    private final float[][] values;

    /** A row of the weights. */
    private final float[] row;

    /** What each example is in one number. */
    private final long[] hashes;

    /**
     * @param wanted the class of each example
     * @param counts how much an example of each class counts
     */
    private Training(List<FeatureHashing> examples, int[] wanted, float[] counts, Manner manner) {
        this.manner = manner;
        this.classes = counts.length;
        this.counts = counts;
        int[] having = new int[FeatureHashing.RANGE];
        BitSet precious = new BitSet();
        for (int example = 0; example < wanted.length; example++) {
            FeatureHashing features = examples.get(example);
            for (int i = 0; i < features.size(); i++) {
                having[features.number(i)]++;
                if (counts[wanted[example]] >= PRECIOUS) {
                    precious.set(features.number(i));
                }
            }
        }
        this.learned = IntStream.range(0, FeatureHashing.RANGE)
                .filter(number -> having[number] >= manner.leastExamples() || precious.get(number))
                .toArray();
        this.rarities = new float[learned.length];
        for (int row = 0; row < learned.length; row++) {
            rarities[row] = manner.weighsRarity()
                    ? (float) StrictMath.log(1 + (double) examples.size() / having[learned[row]])
                    : 1;
        }
        this.weights = new float[learned.length * classes];
        this.changed = new float[learned.length * classes];
        this.row = new float[classes];
        this.features = new int[examples.size()][];
        this.values = new float[examples.size()][];
        this.hashes = new long[examples.size()];
        int[] rows = new int[FeatureHashing.RANGE];
        Arrays.fill(rows, -1);
        for (int row = 0; row < learned.length; row++) {
            rows[learned[row]] = row;
        }
        for (int example = 0; example < features.length; example++) {
            read(example, examples.get(example), rows);
        }
    }

    private void read(int number, FeatureHashing example, int[] rows) {
        int[] known = new int[example.size()];
        float[] value = new float[example.size()];
        int count = 0;
        double square = 0;
        for (int i = 0; i < example.size(); i++) {
            hashes[number] = mix(hashes[number], example.number(i));
            int row = rows[example.number(i)];
            if (row >= 0) {
                known[count] = row;
                value[count] = example.weight(i) * rarities[row];
                square += value[count] * value[count];
                count++;
            }
        }
        features[number] = Arrays.copyOf(known, count);
        values[number] = Arrays.copyOf(value, count);
        for (int i = 0; i < count; i++) {
            values[number][i] /= (float) Math.sqrt(square);
        }
    }

    /**
     * Trains a classifier on which features go with which class.
     *
     * @param examples emptied once they are read, since they take as much memory as what was read
     * @param wanted the class of each example
     * @param counts how much an example of each class counts
     */
    static Classifier classifier(List<FeatureHashing> examples, int[] wanted, float[] counts, Manner manner) {
        Training training = new Training(examples, wanted, counts, manner);
        examples.clear();
        return Classifier.of(training.classes, training.learned, training.rarities, training.learn(wanted));
    }

    private float[] learn(int[] wanted) {
        float[] mean = new float[weights.length];
        BitSet sure = new BitSet();
        int rounds = manner.rounds();
        for (int round = 0; round < rounds; round++) {
            for (int example : order(round, wanted)) {
                boolean isSure = !sure.get(example) && learn(example, wanted[example]) < manner.sure();
                sure.set(example, isSure);
            }
            for (int i = 0; round >= rounds / 2 && i < mean.length; i++) {
                mean[i] += weights[i] / (rounds - rounds / 2);
            }
        }
        return mean;
    }

    /** The examples in an order that looks random, and in which a new example moves none of the others. */
    private int[] order(int round, int[] wanted) {
        long[] keys = new long[wanted.length];
        for (int example = 0; example < keys.length; example++) {
            keys[example] = mix(mix(hashes[example], wanted[example]), round);
        }
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingLong(example -> keys[example]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * ODD;
        return mixed ^ mixed >>> 29;
    }

    /** Learns from an example; returns its largest error. */
    private float learn(int example, int wanted) {
        int[] known = features[example];
        float[] value = values[example];
        float[] errors = new float[classes];
        for (int i = 0; i < known.length; i++) {
            // Copied, as the compiler makes vectors of loops over two whole arrays, but not over a part of one.
            System.arraycopy(weights, known[i] * classes, row, 0, classes);
            float own = value[i];
            for (int c = 0; c < errors.length; c++) {
                errors[c] += own * row[c];
            }
        }
        Classifier.toShares(errors);
        errors[wanted] -= 1;
        int[] wrong = new int[classes];
        int count = 0;
        float largest = 0;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, Math.abs(errors[c]));
            if (Math.abs(errors[c]) >= LEAST_ERROR) {
                errors[c] *= counts[wanted];
                wrong[count++] = c;
            }
        }
        for (int i = 0; i < known.length; i++) {
            int from = known[i] * classes;
            for (int j = 0; j < count; j++) {
                int c = wrong[j];
                float change = value[i] * errors[c];
                float sum = changed[from + c] + change * change;
                changed[from + c] = sum;
                weights[from + c] = weights[from + c] * KEPT - STEP * change / (float) Math.sqrt(sum + LEAST);
            }
        }
        return largest;
    }
}
