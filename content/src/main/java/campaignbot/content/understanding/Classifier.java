package campaignbot.content.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A linear classifier (multinomial logistic regression), trained on the examples in a fixed order.
 *
 * <p>The same examples always give the same weights: Java 17 computes floating point alike everywhere, and the order comes
 * from a fixed seed.
 */
final class Classifier {

    /** How much an example of the last class counts: it has many, and must not win where little is known. */
    private static final float LAST = 0.6f;

    private static final int ROUNDS = 5;
    private static final float STEP = 8f;
    private static final long SEED = 17;

    /** A feature of fewer examples tells more about them than about what they have in common with others. */
    private static final int LEAST_EXAMPLES = 2;

    private final int classes;

    /** Where the weights of a feature begin; a feature that was not learned has those of row 0, which stay nothing. */
    private final int[] rows = new int[Features.RANGE];

    private final float[] weights;

    private Classifier(List<Features> examples, int classes) {
        this.classes = classes;
        int[] counts = new int[Features.RANGE];
        for (Features example : examples) {
            for (int i = 0; i < example.size(); i++) {
                counts[example.number(i)]++;
            }
        }
        int used = 0;
        for (int number = 0; number < Features.RANGE; number++) {
            if (counts[number] >= LEAST_EXAMPLES) {
                rows[number] = ++used * classes;
            }
        }
        this.weights = new float[(used + 1) * classes];
    }

    /** A classifier that has learned which features go with which class. */
    static Classifier trained(List<Features> examples, int[] wanted, int classes) {
        Classifier classifier = new Classifier(examples, classes);
        int[] order = new int[wanted.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        float[] shares = new float[classes];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            float step = STEP / (1 + round * 0.3f);
            for (int example : order) {
                classifier.learn(
                        examples.get(example),
                        wanted[example],
                        wanted[example] == classes - 1 ? step * LAST : step,
                        shares);
            }
        }
        return classifier;
    }

    private void learn(Features features, int wanted, float step, float[] shares) {
        shares(features, shares);
        shares[wanted] -= 1;
        for (int i = 0; i < features.size(); i++) {
            int row = rows[features.number(i)];
            if (row == 0) {
                continue;
            }
            float change = step * features.weight(i);
            for (int c = 0; c < classes; c++) {
                weights[row + c] -= change * shares[c];
            }
        }
    }

    /** The probability of each class. */
    void shares(Features features, float[] shares) {
        Arrays.fill(shares, 0);
        for (int i = 0; i < features.size(); i++) {
            int row = rows[features.number(i)];
            if (row == 0) {
                continue;
            }
            float weight = features.weight(i);
            for (int c = 0; c < classes; c++) {
                shares[c] += weight * weights[row + c];
            }
        }
        float top = Float.NEGATIVE_INFINITY;
        for (float share : shares) {
            top = Math.max(top, share);
        }
        float sum = 0;
        for (int c = 0; c < classes; c++) {
            shares[c] = (float) StrictMath.exp(shares[c] - top);
            sum += shares[c];
        }
        for (int c = 0; c < classes; c++) {
            shares[c] /= sum;
        }
    }
}
