package org.campaignbot.content.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns the weights of a classifier from examples, one after the other, in several rounds; the result is the mean of the
 * weights after each of the later rounds.
 *
 * <p>The same examples always give the same weights: Java 17 computes floating point identically everywhere, and the order
 * comes from a fixed seed. A feature's step size shrinks the more often it's seen (AdaGrad, one sum per feature).
 */
final class Training {

    private static final int ROUNDS = 8;
    private static final float STEP = 1f;

    /** How much every weight decays per step (L2). */
    private static final float FORGET = 1e-4f;

    private static final float LEAST = 1e-6f;
    private static final long SEED = 17;

    /** A feature in fewer examples says more about them than about what they have in common with others. */
    private static final int LEAST_EXAMPLES = 2;

    private final int classes;
    private final float[] counts;
    private final int[] rows = new int[FeatureHashing.RANGE];
    private final float[] weights;
    private final float[] seen;

    /** @param counts how much an example of each class counts */
    private Training(List<FeatureHashing> examples, float[] counts) {
        this.classes = counts.length;
        this.counts = counts;
        int[] having = new int[FeatureHashing.RANGE];
        for (FeatureHashing example : examples) {
            for (int i = 0; i < example.size(); i++) {
                having[example.number(i)]++;
            }
        }
        int used = 0;
        for (int number = 0; number < FeatureHashing.RANGE; number++) {
            if (having[number] >= LEAST_EXAMPLES) {
                rows[number] = ++used;
            }
        }
        this.weights = new float[(used + 1) * classes];
        this.seen = new float[used + 1];
    }

    /**
     * Trains a classifier on which features go with which class.
     *
     * @param wanted the class of each example
     * @param counts how much an example of each class counts
     */
    static Classifier classifier(List<FeatureHashing> examples, int[] wanted, float[] counts) {
        Training training = new Training(examples, counts);
        return Classifier.of(training.classes, training.rows, training.learn(examples, wanted));
    }

    private float[] learn(List<FeatureHashing> examples, int[] wanted) {
        int[] order = new int[wanted.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        float[] mean = new float[weights.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (int example : order) {
                learn(examples.get(example), wanted[example]);
            }
            for (int i = 0; round >= ROUNDS / 2 && i < mean.length; i++) {
                mean[i] += weights[i] / (ROUNDS - ROUNDS / 2);
            }
        }
        return mean;
    }

    private void learn(FeatureHashing featureHashing, int wanted) {
        float[] errors = new float[classes];
        for (int i = 0; i < featureHashing.size(); i++) {
            int at = rows[featureHashing.number(i)] * classes;
            float weight = featureHashing.weight(i);
            for (int c = 0; at > 0 && c < classes; c++) {
                errors[c] += weight * weights[at + c];
            }
        }
        Classifier.toShares(errors);
        errors[wanted] -= 1;
        float square = 0;
        for (int c = 0; c < classes; c++) {
            errors[c] *= counts[wanted];
            square += errors[c] * errors[c];
        }
        float kept = 1 - STEP * FORGET;
        for (int i = 0; i < featureHashing.size(); i++) {
            int row = rows[featureHashing.number(i)];
            if (row == 0) {
                continue;
            }
            float weight = featureHashing.weight(i);
            seen[row] += weight * weight * square;
            float change = (float) (STEP / Math.sqrt(seen[row] + LEAST)) * weight;
            int at = row * classes;
            for (int c = 0; c < classes; c++) {
                weights[at + c] = weights[at + c] * kept - change * errors[c];
            }
        }
    }
}
