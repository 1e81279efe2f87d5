package org.campaignbot.web.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    record Session(String organizer, String form, Memory memory) {}

    /** What a sign-in has in memory, and what goes with it. Thread-safe. */
    static final class Memory {

        private volatile @Nullable TrainingMode training;
        private volatile String chat = "";
        private volatile String chosen = "";
        private volatile String language = "";

        /** The training that is on, or null. */
        @Nullable
        TrainingMode training() {
            return training;
        }

        void train(@Nullable TrainingMode mode) {
            training = mode;
        }

        /** The secret of the try-out chat; empty if there's none. */
        String chat() {
            return chat;
        }

        void chat(String secret) {
            chat = secret;
        }

        /** The flow that the last try-out began with; empty for the greeting. */
        String chosen() {
            return chosen;
        }

        void chosen(String flow) {
            chosen = flow;
        }

        /** The code of the language that was chosen last; empty if none was. */
        String language() {
            return language;
        }

        void language(String code) {
            language = code;
        }
    }

    /** Begins one, and returns the value of its cookie. */
    String begin(String organizer) {
        return sessions.add(new Session(organizer, Secrets.text(random), new Memory()));
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
