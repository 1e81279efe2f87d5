package org.campaignbot.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes persons with a secret key, so that counts can't be traced back without the key. */
public final class PersonHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** A hash with a secret key of at least 16 bytes. */
    public PersonHash(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the key is too short: " + key.length + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The hash of a person, 43 characters of the URL-safe Base64 alphabet. */
    public String of(Person person) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal((person.channel() + "\n" + person.id()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }
}
