package org.campaignbot.content.refresh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public Ed25519 key (RFC 8032) by which an installation takes feeds.
 *
 * @param id the first 16 hexadecimal digits of its SHA-256, by which a feed names the key that signed it
 */
public record FeedKey(String id, PublicKey key) {

    private static final String ALGORITHM = "Ed25519";
    private static final int DIGITS_OF_AN_ID = 16;
    private static final int SEED_BYTES = 32;

    /** A private key with its public one. */
    public record Pair(FeedKey open, PrivateKey secret) {

        /** Never the secret. */
        @Override
        public String toString() {
            return open.id();
        }

        byte[] sign(byte[] bytes, int from) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes, from, bytes.length - from);
            return signature.sign();
        }
    }

    /** A key in the form that a setting has: the middle line of {@code openssl pkey -pubout}; empty if it's none. */
    public static Optional<FeedKey> of(String text) {
        try {
            return Optional.of(of(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)))));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static FeedKey of(PublicKey key) {
        return new FeedKey(digest(key.getEncoded()).substring(0, DIGITS_OF_AN_ID), key);
    }

    /** The pair of a private key as {@code openssl genpkey -algorithm ed25519} writes it; empty if it's none. */
    public static Optional<Pair> pair(String pem) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]*-----", ""));
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] seed = Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
            // The file has the private key alone, and Java makes a public one only with a pair: so it gets this
            // "random" seed.
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            Pair pair = new Pair(of(generator.generateKeyPair().getPublic()), secret);
            byte[] probe = pem.getBytes(StandardCharsets.UTF_8);
            return pair.open().verifies(probe, 0, pair.sign(probe, 0)) ? Optional.of(pair) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    /** What a setting names the key by. */
    public String text() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Whether it made the signature of these bytes from an index on. */
    boolean verifies(byte[] bytes, int from, byte[] made) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes, from, bytes.length - from);
            return signature.verify(made);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    /** The SHA-256 of bytes, in hexadecimal digits. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
