package org.campaignbot.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.workspace.InstallStates;

/** States of installations in this process's memory, under its own key; it remembers the most recently used ones. */
public final class MemoryInstallStates implements InstallStates {

    /** How many states are kept at once, so that nobody can fill the memory. */
    private static final int MOST = 10_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final Map<String, Instant> used = new HashMap<>();

    /** No states, under a new key. */
    public MemoryInstallStates() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    @Override
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
        }
    }

    @Override
    public synchronized boolean useUp(String state, Instant until) {
        if (used.containsKey(state)) {
            return false;
        }
        if (used.size() >= MOST) {
            used.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(used::remove);
        }
        used.put(state, until);
        return true;
    }
}
