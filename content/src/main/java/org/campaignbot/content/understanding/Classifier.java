package org.campaignbot.content.understanding;

import java.io.DataInput;
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

    /** The size of a row's number, rarity and scale in a file, in bytes. */
    private static final int ENTRY = Integer.BYTES + 2 * Float.BYTES;

    /** A score this far below the best counts as nothing: its share would be under 10<sup>-8</sup>. */
    private static final float NEGLIGIBLE = -20;

    private static final float LN_2 = (float) StrictMath.log(2);

    private final int classes;

    /** Where the weights of a feature begin, counted in rows; features that weren't learned have row 0, which is all zeros. */
    private final int[] rows;

    /** How telling each feature is: the rarer it was in the examples, the more it counts. */
    private final float[] rarities;

    private final float[] scales;
    private final byte[] weights;

    private Classifier(int classes, int[] rows, float[] rarities, float[] scales, byte[] weights) {
        this.classes = classes;
        this.rows = rows;
        this.rarities = rarities;
        this.scales = scales;
        this.weights = weights;
    }

    /** Makes a classifier from learned weights, with zeros in row 0. */
    static Classifier of(int classes, int[] rows, float[] rarities, float[] learned) {
        float[] scales = new float[learned.length / classes];
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
        return new Classifier(classes, rows, rarities, scales, weights);
    }

    int classes() {
        return classes;
    }

    /** The probability of each class. */
    float[] shares(FeatureHashing featureHashing) {
        float[] shares = new float[classes];
        double square = 0;
        for (int i = 0; i < featureHashing.size(); i++) {
            int row = rows[featureHashing.number(i)];
            if (row == 0) {
                continue;
            }
            float value = featureHashing.weight(i) * rarities[row];
            square += value * value;
            float weight = value * scales[row];
            for (int c = 0; c < classes; c++) {
                shares[c] += weight * weights[row * classes + c];
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
        ByteBuffer table = ByteBuffer.allocate((scales.length - 1) * ENTRY);
        int[] numbers = new int[scales.length];
        for (int number = 0; number < rows.length; number++) {
            numbers[rows[number]] = number;
        }
        for (int row = 1; row < scales.length; row++) {
            table.putInt(numbers[row]).putFloat(rarities[row]).putFloat(scales[row]);
        }
        out.writeInt(classes);
        out.writeInt(scales.length);
        out.write(table.array());
        out.write(weights);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it's something else
     */
    static Classifier read(DataInput in) throws IOException {
        int classes = in.readInt();
        int count = in.readInt();
        if (classes < 1 || classes > Short.MAX_VALUE || count < 1 || count > FeatureHashing.RANGE + 1) {
            throw new IOException("these are no weights");
        }
        byte[] table = new byte[(count - 1) * ENTRY];
        in.readFully(table);
        ByteBuffer entries = ByteBuffer.wrap(table);
        int[] rows = new int[FeatureHashing.RANGE];
        float[] rarities = new float[count];
        float[] scales = new float[count];
        for (int row = 1; row < count; row++) {
            int number = entries.getInt();
            if (number < 0 || number >= rows.length) {
                throw new IOException("these are no weights");
            }
            rows[number] = row;
            rarities[row] = entries.getFloat();
            scales[row] = entries.getFloat();
        }
        byte[] weights = new byte[count * classes];
        in.readFully(weights);
        return new Classifier(classes, rows, rarities, scales, weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Classifier same
                && Arrays.equals(rows, same.rows)
                && Arrays.equals(rarities, same.rarities)
                && Arrays.equals(scales, same.scales)
                && Arrays.equals(weights, same.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }
}
