package campaignbot.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns bytes into ciphertext and back, by AES-256-GCM with a random nonce.
 *
 * <p>A ciphertext is bound to the row that it was made for: moved into another one it is refused. Safe for use by several
 * threads. One key may seal some four billion times (NIST SP 800-38D, section 8.3), far more than a campaign says.
 */
final class Sealer {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    // Looking an algorithm up takes longer than sealing a message, so each thread keeps one.
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Sealer::newCipher);

    Sealer(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A ciphertext that only {@link #open} with the same row can read. */
    Ciphertext seal(byte[] plain, String row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, row);
            byte[] sealed = Arrays.copyOf(new byte[] {FORMAT}, 1 + NONCE_BYTES + cipher.getOutputSize(plain.length));
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
            return new Ciphertext(sealed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }

    /**
     * What a ciphertext holds.
     *
     * @throws IllegalArgumentException where it was made with another key or for another row, or was changed
     */
    byte[] open(byte[] sealed, String row) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new IllegalArgumentException("a ciphertext of no known format");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES), row);
            return cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("a ciphertext of another key or row", refused);
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
