package org.campaignbot.storage.sealing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How hashes of ids are stored under one key.
 *
 * <p>A hash keeps one name in the code for the bot's lifetime; a key rotation only changes its stored form. The first key stores
 * the name itself. Every later key stores a keyed permutation of it, a four-round Feistel network of HMAC-SHA-256 (Luby and
 * Rackoff, 1988), so that only that key leads from a name to its row. The first letter of a form shows whether its generation is
 * odd or even, so a row itself shows which of two keys it belongs to.
 */
public final class HashForm {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ROUNDS = 4;

    /** Lengths of the two kinds of hashes: 24 bytes, and 32 bytes for people. */
    private static final int LETTERS = 32;

    private static final int LETTERS_OF_PERSON = 43;

    /** First letters of later generations: two runs of 64 letters that no name begins with. */
    private static final char EVEN = '\u0100';

    private static final char ODD = '\u0200';

    /** How many buckets {@link #bucket} sorts forms into. */
    public static final int BUCKETS = ALPHABET.length();

    private final int generation;
    private final SecretKeySpec key;
    // Looking up an algorithm takes longer than a round, so each thread keeps one.
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);

    /** The form under the key of a generation, counted from 1. */
    public HashForm(int generation, BotKey key) {
        this.generation = generation;
        this.key = new SecretKeySpec(key.derive("form of hashes"), ALGORITHM);
    }

    private boolean isFirst() {
        return generation == 1;
    }

    /** The stored form of a name; anything that isn't a hash, such as an empty text, stays as it is. */
    public String stored(String name) {
        if (isFirst() || !isName(name)) {
            return name;
        }
        byte[] bytes = permuted(Base64.getUrlDecoder().decode(name), true);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return first(ALPHABET.indexOf(text.charAt(0))) + text.substring(1);
    }

    /** The name behind a form of this generation; anything else stays as it is. */
    public String name(String stored) {
        if (isFirst() || !owns(stored)) {
            return stored;
        }
        String text = ALPHABET.charAt(stored.charAt(0) - base()) + stored.substring(1);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(permuted(Base64.getUrlDecoder().decode(text), false));
    }

    /** Whether a text is a form of this generation, by its length and first letter. */
    public boolean owns(String stored) {
        return hasLength(stored) && bucket(stored) >= 0;
    }

    /** The bucket, out of {@link #BUCKETS}, of a form of this generation; -1 for anything else. */
    int bucket(String stored) {
        if (stored.isEmpty()) {
            return -1;
        }
        int index = isFirst() ? ALPHABET.indexOf(stored.charAt(0)) : stored.charAt(0) - base();
        return index >= 0 && index < BUCKETS ? index : -1;
    }

    /** The first letter of all forms in a bucket. */
    public String first(int bucket) {
        return String.valueOf(isFirst() ? ALPHABET.charAt(bucket) : (char) (base() + bucket));
    }

    private char base() {
        return generation % 2 == 0 ? EVEN : ODD;
    }

    private static boolean hasLength(String text) {
        return text.length() == LETTERS || text.length() == LETTERS_OF_PERSON;
    }

    private static boolean isName(String text) {
        return hasLength(text) && text.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    private byte[] permuted(byte[] bytes, boolean forward) {
        int half = bytes.length / 2;
        byte[] left = Arrays.copyOf(bytes, half);
        byte[] right = Arrays.copyOfRange(bytes, half, bytes.length);
        for (int i = 0; i < ROUNDS; i++) {
            int round = forward ? i : ROUNDS - 1 - i;
            // Rounds change the halves in turn, so running the same rounds from last to first reverses them.
            if (round % 2 == 0) {
                mix(left, right, round);
            } else {
                mix(right, left, round);
            }
        }
        byte[] both = Arrays.copyOf(left, bytes.length);
        System.arraycopy(right, 0, both, half, half);
        return both;
    }

    private void mix(byte[] changed, byte[] other, int round) {
        Mac mac = macs.get();
        mac.update((byte) round);
        mac.update((byte) other.length);
        byte[] mask = mac.doFinal(other);
        for (int i = 0; i < changed.length; i++) {
            changed[i] ^= mask[i];
        }
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }
}
