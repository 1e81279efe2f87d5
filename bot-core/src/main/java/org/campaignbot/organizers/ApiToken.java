package org.campaignbot.organizers;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The secret by which a program acts for an organizer, such as {@code cbt_} and 43 more characters: 256 bits, so it can't be
 * guessed. Only a hash of it is stored, and its text is shown once, to whoever asked for it.
 */
public final class ApiToken {

    /** Secret scanners look for a prefix like this, so a leaked token gets noticed. */
    private static final String PREFIX = "cbt_";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final String text;

    private ApiToken(String text) {
        this.text = text;
    }

    /** A new token; the generator must be unpredictable, such as {@code SecureRandom}. */
    public static ApiToken random(RandomGenerator secure) {
        byte[] bytes = new byte[BYTES];
        secure.nextBytes(bytes);
        return new ApiToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token that somebody shows; empty if it can't be one. */
    public static Optional<ApiToken> shown(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiToken(text)) : Optional.empty();
    }

    /** The token's text, only for the person who asked for it. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiToken token && token.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Reveals nothing, because it could end up in a log. */
    @Override
    public String toString() {
        return "an API token";
    }
}
