package org.campaignbot.storage.sealing;

import org.jspecify.annotations.Nullable;

/**
 * Which key the rows use, as one transaction sees it.
 *
 * <p>A rotation moves hashes bucket by bucket, in all tables at once, by their form under the old key. So the form itself shows
 * whether it has been moved, and every name has exactly one form at any time.
 *
 * @param from the key that all rows used when the rotation began, or the only key
 * @param to the key they're moved to, or null if no rotation is under way
 * @param moved how many buckets have been moved
 */
public record KeyState(Generation from, @Nullable Generation to, int moved) {

    /** A key with its uses: the form of hashes, and the sealer. */
    public record Generation(int number, BotKey key, HashForm form, Sealer sealer) {
        public static Generation of(int number, BotKey key) {
            return new Generation(number, key, new HashForm(number, key), Sealer.of(number, key));
        }
    }

    /** Whether rows store names as they are. */
    public boolean isPlain() {
        return to == null && from.number == 1;
    }

    /** The key that new ciphertexts are sealed with. */
    public Generation writing() {
        return to == null ? from : to;
    }

    /** The current stored form of a name. */
    public String stored(String name) {
        String before = from.form.stored(name);
        return to != null && from.form.owns(before) && from.form.bucket(before) < moved ? to.form.stored(name) : before;
    }

    /** The name behind a form. */
    public String name(String stored) {
        return to != null && to.form.owns(stored) ? to.form.name(stored) : from.form.name(stored);
    }
}
