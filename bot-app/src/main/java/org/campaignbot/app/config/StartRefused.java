package org.campaignbot.app.config;

/** Something outside the settings keeps a server from starting; the message says what, and what to do. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal in words for whoever starts the server. */
    public StartRefused(String message) {
        super(message);
    }
}
