package org.campaignbot.storage.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts bytes with AES-256-GCM and a random nonce.
 *
 * <p>A ciphertext is bound to its row: moved into another row, it's rejected. Thread-safe. One key may seal some four billion times
 * (NIST SP 800-38D, section 8.3), far more than a campaign needs.
 */
public final class Sealer {

    /** Starts ciphertexts of a bot's first key; those of later keys start with the other format and a few bytes that identify the key. */
    private static final byte FIRST_FORMAT = 1;

    private static final byte FORMAT = 2;
    private static final int TELLING_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final byte[] head;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    // Looking up an algorithm takes longer than sealing a message, so each thread keeps one.
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Sealer::newCipher);

    private Sealer(byte[] head, byte[] key) {
        this.head = head;
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The sealer for a bot's first or later key. */
    public static Sealer of(int generation, BotKey key) {
        byte[] head = {FIRST_FORMAT};
        if (generation > 1) {
            head = new byte[1 + TELLING_BYTES];
            head[0] = FORMAT;
            System.arraycopy(key.derive("name of the key"), 0, head, 1, TELLING_BYTES);
        }
        return new Sealer(head, key.derive("ciphertext of ids"));
    }

    /** The bytes that every ciphertext of this key starts with. */
    public byte[] head() {
        return head.clone();
    }

    /** Whether a ciphertext starts like this key's. */
    public boolean made(byte[] sealed) {
        return sealed.length >= head.length && Arrays.equals(sealed, 0, head.length, head, 0, head.length);
    }

    /** Makes a ciphertext that only {@link #open} with the same row can read. */
    public byte[] seal(byte[] plain, String row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, row);
            int start = head.length + NONCE_BYTES;
            byte[] sealed = Arrays.copyOf(head, start + cipher.getOutputSize(plain.length));
            System.arraycopy(nonce, 0, sealed, head.length, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, start);
            return sealed;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }

    /**
     * Opens a ciphertext.
     *
     * @throws IllegalArgumentException if it was made with another key or for another row, or was changed
     */
    public byte[] open(byte[] sealed, String row) {
        int start = head.length + NONCE_BYTES;
        if (sealed.length < start || !made(sealed)) {
            throw new IllegalArgumentException("encrypted in an unknown format or with another key");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, head.length, start), row);
            return cipher.doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("encrypted with another key or for another row", refused);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String row) throws GeneralSecurityException {
        Cipher cipher = ciphers.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }
}
