package org.campaignbot.web.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What unguessable texts stand for, each for a while, in memory only and by their hashes. Thread-safe. */
final class Secrets<T> {

    private static final int BYTES = 32;

    private final Duration life;
    private final int most;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    /** By hash, the oldest first. */
    private final Map<String, Held<T>> held = new LinkedHashMap<>();

    private record Held<T>(T what, Instant until) {}

    /** None yet; one more than {@code most} ends the oldest. */
    Secrets(Duration life, int most, InstantSource clock) {
        this.life = life;
        this.most = most;
        this.clock = clock;
    }

    /** A new secret for something. */
    synchronized String add(T what) {
        dropExpired();
        Iterator<Held<T>> oldest = held.values().iterator();
        while (held.size() >= most && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        String secret = text(random);
        held.put(hash(secret), new Held<>(what, clock.instant().plus(life)));
        return secret;
    }

    /** What a secret stands for; empty once its time is over. */
    synchronized Optional<T> find(String secret) {
        return Optional.ofNullable(held.get(hash(secret)))
                .filter(each -> clock.instant().isBefore(each.until()))
                .map(Held::what);
    }

    /** What a secret stands for, which it does no more from now on. */
    synchronized Optional<T> take(String secret) {
        Optional<T> found = find(secret);
        held.remove(hash(secret));
        return found;
    }

    /** Drops expired entries. */
    synchronized void dropExpired() {
        Instant now = clock.instant();
        held.values().removeIf(each -> !now.isBefore(each.until()));
    }

    /** A text of 256 random bits, of letters, digits, hyphens and underscores. */
    static String text(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
