package org.campaignbot.content.understanding;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A linear classifier (multinomial logistic regression): how much each feature speaks for each class.
 *
 * <p>A weight is a byte times the scale of its feature, so weights that were just learned and weights read from a file are
 * identical to the last bit.
 */
final class Classifier {

    /** The size of a row's feature, rarity and scale in a file, in bytes. */
    private static final int ENTRY = Integer.BYTES + 2 * Float.BYTES;

    /** A score this far below the best counts as nothing: its share would be under 10<sup>-8</sup>. */
    private static final float NEGLIGIBLE = -20;

    private static final float LN_2 = (float) StrictMath.log(2);

    private final int classes;

    /** The learned features in ascending order; the place of a feature is its row in all that follows. */
    private final int[] features;

    /** How telling each feature is: the rarer it was in the examples, the more it counts. */
    private final float[] rarities;

    private final float[] scales;

    /** Row by row, a byte for each class: by far the most of what was learned, and in a file's own memory where it was read. */
    private final ByteBuffer weights;

    private Classifier(int classes, int[] features, float[] rarities, float[] scales, ByteBuffer weights) {
        this.classes = classes;
        this.features = features;
        this.rarities = rarities;
        this.scales = scales;
        this.weights = weights;
    }

    /**
     * Makes a classifier from learned weights.
     *
     * @param features in ascending order
     * @param rarities one for each feature
     * @param learned for each feature the weights of all classes
     */
    static Classifier of(int classes, int[] features, float[] rarities, float[] learned) {
        float[] scales = new float[features.length];
        byte[] weights = new byte[learned.length];
        for (int row = 0; row < scales.length; row++) {
            float largest = 0;
            for (int at = row * classes; at < (row + 1) * classes; at++) {
                largest = Math.max(largest, Math.abs(learned[at]));
            }
            scales[row] = largest / Byte.MAX_VALUE;
            for (int at = row * classes; largest > 0 && at < (row + 1) * classes; at++) {
                weights[at] = (byte) Math.round(learned[at] / scales[row]);
            }
        }
        return new Classifier(classes, features, rarities, scales, ByteBuffer.wrap(weights));
    }

    int classes() {
        return classes;
    }

    /** The probability of each class. */
    float[] shares(FeatureHashing featureHashing) {
        float[] shares = new float[classes];
        double square = 0;
        for (int i = 0; i < featureHashing.size(); i++) {
            int row = Arrays.binarySearch(features, featureHashing.number(i));
            if (row < 0) {
                continue;
            }
            float value = featureHashing.weight(i) * rarities[row];
            square += value * value;
            float weight = value * scales[row];
            for (int c = 0; c < classes; c++) {
                shares[c] += weight * weights.get(row * classes + c);
            }
        }
        float length = square == 0 ? 1 : (float) Math.sqrt(square);
        for (int c = 0; c < classes; c++) {
            shares[c] /= length;
        }
        toShares(shares);
        return shares;
    }

    /** Turns scores into probabilities. */
    static void toShares(float[] scores) {
        float top = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            top = Math.max(top, score);
        }
        float sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = exp(scores[c] - top);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
    }

    /**
     * e to the power of a number that isn't positive, to five digits.
     *
     * <p>StrictMath's takes a third of the time that learning does, and Math's may differ between two machines.
     */
    private static float exp(float power) {
        if (power < NEGLIGIBLE) {
            return 0;
        }
        int halvings = (int) (0.5f - power / LN_2);
        float rest = power + halvings * LN_2;
        float series = 1 + rest * (1 + rest / 2 * (1 + rest / 3 * (1 + rest / 4 * (1 + rest / 5))));
        return Math.scalb(series, -halvings);
    }

    void write(DataOutput out) throws IOException {
        ByteBuffer table = ByteBuffer.allocate(features.length * ENTRY);
        for (int row = 0; row < features.length; row++) {
            table.putInt(features[row]).putFloat(rarities[row]).putFloat(scales[row]);
        }
        byte[] all = new byte[weights.limit()];
        weights.get(0, all);
        out.writeInt(classes);
        out.writeInt(features.length);
        out.write(table.array());
        out.write(all);
    }

    /**
     * Reads what {@link #write} wrote; the weights stay where they are.
     *
     * @throws IOException if it's something else
     */
    static Classifier read(ByteBuffer in) throws IOException {
        int classes = in.getInt();
        int count = in.getInt();
        if (classes < 1 || classes > Short.MAX_VALUE || count < 0 || count > FeatureHashing.RANGE) {
            throw new IOException("not a classifier");
        }
        int[] features = new int[count];
        float[] rarities = new float[count];
        float[] scales = new float[count];
        int before = -1;
        for (int row = 0; row < count; row++) {
            features[row] = in.getInt();
            if (features[row] <= before) {
                throw new IOException("not a classifier");
            }
            before = features[row];
            rarities[row] = in.getFloat();
            scales[row] = in.getFloat();
        }
        long length = (long) count * classes;
        if (length > in.remaining()) {
            throw new IOException("the weights are cut off");
        }
        ByteBuffer weights = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return new Classifier(classes, features, rarities, scales, weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Classifier same
                && Arrays.equals(features, same.features)
                && Arrays.equals(rarities, same.rarities)
                && Arrays.equals(scales, same.scales)
                && weights.equals(same.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(features);
    }
}
