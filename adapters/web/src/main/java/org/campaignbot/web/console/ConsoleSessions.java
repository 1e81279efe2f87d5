package org.campaignbot.web.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Who is signed in, in memory only: a restart signs everybody out. Thread-safe. */
final class ConsoleSessions {

    /** How long a sign-in lasts. */
    static final Duration LIFE = Duration.ofHours(12);

    private static final int MOST = 1_000;

    private final Secrets<Session> sessions;
    private final SecureRandom random = new SecureRandom();

    ConsoleSessions(InstantSource clock) {
        this.sessions = new Secrets<>(LIFE, MOST, clock);
    }

    /**
     * A sign-in.
     *
     * @param organizer the id of the organizer
     * @param form the secret that each of its forms has, so that no other site can send one
     * @param memory what it has in memory
     */
    record Session(String organizer, String form, SessionMemory memory) {}

    /** Begins one, and returns the value of its cookie. */
    String begin(String organizer) {
        return sessions.add(new Session(organizer, Secrets.text(random), new SessionMemory()));
    }

    /** The one of a cookie. */
    Optional<Session> find(String cookie) {
        return cookie.isEmpty() ? Optional.empty() : sessions.find(cookie);
    }

    void end(String cookie) {
        sessions.take(cookie);
    }

    void dropExpired() {
        sessions.dropExpired();
    }
}
