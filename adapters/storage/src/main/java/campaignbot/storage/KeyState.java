package campaignbot.storage;

import org.jspecify.annotations.Nullable;

/**
 * Which key the rows are under, as one transaction sees it.
 *
 * <p>A rotation moves hashes bucket by bucket, in all tables at once, by their forms under the key that goes. So the form itself says whether
 * it has been moved, and every name has one form at any time.
 *
 * @param from the key that all rows were under when the rotation began, or the only one
 * @param to the key that they are moved to, or null where none is being rotated
 * @param moved how many buckets have been moved
 */
record KeyState(Generation from, @Nullable Generation to, int moved) {

    /** A key with what it is used for: the form of hashes, and ciphertexts. */
    record Generation(int number, BotKey key, HashForm form, Sealer sealer) {
        static Generation of(int number, BotKey key) {
            return new Generation(number, key, new HashForm(number, key), Sealer.of(number, key));
        }
    }

    /** Whether rows hold names as they are. */
    boolean isPlain() {
        return to == null && from.form.isFirst();
    }

    /** The key that what is written now is sealed with. */
    Generation writing() {
        return to == null ? from : to;
    }

    /** The form that a name has in the rows now. */
    String stored(String name) {
        String before = from.form.stored(name);
        return to != null && from.form.owns(before) && from.form.bucket(before) < moved ? to.form.stored(name) : before;
    }

    /** The name of a form. */
    String name(String stored) {
        return to != null && to.form.owns(stored) ? to.form.name(stored) : from.form.name(stored);
    }
}
