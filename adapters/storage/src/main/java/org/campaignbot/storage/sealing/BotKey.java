package org.campaignbot.storage.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The secret key that ids are sealed and hashed with; it's kept outside the database and its backups.
 *
 * <p>Each use has its own key, derived by HKDF with SHA-256 (RFC 5869), so that no derived key reveals another.
 */
public final class BotKey {

    private static final int BYTES = 32;
    private static final int CHECK_BYTES = 24;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;
    private final @Nullable BotKey previous;

    private BotKey(byte[] secret, @Nullable BotKey previous) {
        this.secret = secret;
        this.previous = previous;
    }

    /** Makes a new key from the system's secure random numbers. */
    public static BotKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new BotKey(secret, null);
    }

    /**
     * Parses a key: 32 bytes in Base64, in either alphabet.
     *
     * @throws UnusableDatabase if the text is anything else; {@code source} says where it came from
     */
    public static BotKey of(String text, String source) throws UnusableDatabase {
        byte[] secret;
        try {
            secret =
                    Base64.getUrlDecoder().decode(text.strip().replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException broken) {
            secret = new byte[0];
        }
        if (secret.length != BYTES) {
            throw new UnusableDatabase(
                    source + " does not hold a key: it must be 32 random bytes in Base64 (44 characters), as"
                            + " `openssl rand -base64 32` prints them.");
        }
        return new BotKey(secret, null);
    }

    /** The same key while it replaces another one, which is still needed to read what hasn't been re-sealed. */
    public BotKey inPlaceOf(BotKey other) {
        return new BotKey(secret, other);
    }

    /** The same key once the previous one is no longer needed. */
    public BotKey alone() {
        return new BotKey(secret, null);
    }

    /** The key that this one replaces, or null if no rotation is under way. */
    public @Nullable BotKey previous() {
        return previous;
    }

    /** A value only this key produces, used to detect a wrong key. */
    public String check() {
        byte[] hash = hash(derive("hash of ids"), LengthPrefixed.write("check", "this key made this database"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, CHECK_BYTES));
    }

    /** The key as text that {@link #of} can read. */
    public String text() {
        return Base64.getEncoder().encodeToString(secret);
    }

    /** Derives the key for one use, 32 bytes long. */
    public byte[] derive(String use) {
        byte[] extracted = hash(new byte[BYTES], secret);
        byte[] info = ("campaign bot 1: " + use).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hash(extracted, block);
    }

    private static byte[] hash(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }
}
