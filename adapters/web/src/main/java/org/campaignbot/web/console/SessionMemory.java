package org.campaignbot.web.console;

import org.jspecify.annotations.Nullable;

/** What a sign-in has in memory, which goes with it. Thread-safe. */
final class SessionMemory {

    private volatile @Nullable TrainingMode training;
    private volatile String chat = "";

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
}
