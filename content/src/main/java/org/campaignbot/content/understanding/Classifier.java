package org.campaignbot.content.understanding;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A linear classifier (multinomial logistic regression): how much each feature speaks for each class.
 *
 * <p>A weight is a byte times the scale of its feature, so weights that were just learned and weights read from a file are
 * identical to the last bit.
 */
final class Classifier {

    /** The size of a row's feature, rarity and scale in a file, in bytes. */
    private static final int ENTRY = Integer.BYTES + 2 * Float.BYTES;

    /** Where in it they stand. */
    private static final int RARITY = Integer.BYTES;

    private static final int SCALE = RARITY + Float.BYTES;

    /** A score this far below the best counts as nothing: its share would be under 10<sup>-8</sup>. */
    private static final float NEGLIGIBLE = -20;

    private static final float LN_2 = (float) StrictMath.log(2);

    private final int classes;

    /**
     * The learned features in ascending order, each with its rarity and its scale; the place of a feature is its row. The rarer a
     * feature was in the examples, the more it tells and counts. In a file's own memory where it was read, as the weights are.
     */
    private final ByteBuffer table;

    /** Row by row, a byte for each class. */
    private final ByteBuffer weights;

    private Classifier(int classes, ByteBuffer table, ByteBuffer weights) {
        this.classes = classes;
        this.table = table;
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
        ByteBuffer table = ByteBuffer.allocate(features.length * ENTRY);
        byte[] weights = new byte[learned.length];
        for (int row = 0; row < features.length; row++) {
            float largest = 0;
            for (int at = row * classes; at < (row + 1) * classes; at++) {
                largest = Math.max(largest, Math.abs(learned[at]));
            }
            float scale = largest / Byte.MAX_VALUE;
            table.putInt(features[row]).putFloat(rarities[row]).putFloat(scale);
            for (int at = row * classes; largest > 0 && at < (row + 1) * classes; at++) {
                weights[at] = (byte) Math.round(learned[at] / scale);
            }
        }
        return new Classifier(classes, table.flip(), ByteBuffer.wrap(weights));
    }

    int classes() {
        return classes;
    }

    /** The probability of each class. */
    float[] shares(FeatureHashing featureHashing) {
        float[] shares = new float[classes];
        byte[] ofFeature = new byte[classes];
        double square = 0;
        for (int i = 0; i < featureHashing.size(); i++) {
            int row = row(featureHashing.number(i));
            if (row < 0) {
                continue;
            }
            float value = featureHashing.weight(i) * table.getFloat(row * ENTRY + RARITY);
            square += value * value;
            float weight = value * table.getFloat(row * ENTRY + SCALE);
            weights.get(row * classes, ofFeature);
            for (int c = 0; c < classes; c++) {
                shares[c] += weight * ofFeature[c];
            }
        }
        float length = square == 0 ? 1 : (float) Math.sqrt(square);
        for (int c = 0; c < classes; c++) {
            shares[c] /= length;
        }
        toShares(shares);
        return shares;
    }

    /**
     * The row of a feature; negative if it wasn't learned.
     *
     * <p>Features are hashes, spread evenly over their range, so a feature's size tells about where it stands: that takes about four looks
     * where halving takes eighteen.
     */
    private int row(int feature) {
        int low = 0;
        int high = table.limit() / ENTRY - 1;
        long below = 0;
        long above = FeatureHashing.RANGE;
        while (low <= high) {
            int guess = low + (int) ((feature - below) * (high - low) / (above - below));
            int there = table.getInt(guess * ENTRY);
            if (there == feature) {
                return guess;
            } else if (there < feature) {
                low = guess + 1;
                below = there;
            } else {
                high = guess - 1;
                above = there;
            }
        }
        return -1;
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
        out.writeInt(classes);
        out.writeInt(table.limit() / ENTRY);
        for (ByteBuffer part : List.of(table, weights)) {
            byte[] all = new byte[part.limit()];
            part.get(0, all);
            out.write(all);
        }
    }

    /**
     * Reads what {@link #write} wrote; table and weights stay where they are, and are read when a text needs them.
     *
     * @throws IOException if it's something else
     */
    static Classifier read(ByteBuffer in) throws IOException {
        int classes = in.getInt();
        int count = in.getInt();
        if (classes < 1 || classes > Short.MAX_VALUE || count < 0 || count > FeatureHashing.RANGE) {
            throw new IOException("not a classifier");
        }
        return new Classifier(classes, part(in, (long) count * ENTRY), part(in, (long) count * classes));
    }

    private static ByteBuffer part(ByteBuffer in, long length) throws IOException {
        if (length > in.remaining()) {
            throw new IOException("the weights are cut off");
        }
        ByteBuffer part = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return part;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Classifier same && table.equals(same.table) && weights.equals(same.weights);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }
}
