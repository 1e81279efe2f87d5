package org.campaignbot.web.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The tokens of links into the console: each works once, within five minutes, for one organizer. Thread-safe. */
public final class SignInLinks {

    /** How long a link works. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final int MOST = 1_000;

    private final Secrets<Supplier<Optional<String>>> tokens;

    /** None yet. */
    public SignInLinks(InstantSource clock) {
        this.tokens = new Secrets<>(LIFE, MOST, clock);
    }

    /** The path of a new link. */
    public String path(String organizer) {
        return path(() -> Optional.of(organizer));
    }

    /** The path of a new link for whoever there is once it's used. */
    public String path(Supplier<Optional<String>> organizer) {
        return "/console/enter/" + tokens.add(organizer);
    }

    /** Whether a token would work; this doesn't use it up, so a link's preview does no harm. */
    boolean works(String token) {
        return tokens.find(token).isPresent();
    }

    /** The id of the organizer whom a token lets in, once. */
    public Optional<String> spend(String token) {
        return tokens.take(token).flatMap(Supplier::get);
    }

    void dropExpired() {
        tokens.dropExpired();
    }
}
