package org.campaignbot.app.config;

/** Something other than a setting prevents a server from starting; the message says what it is and what to do. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal in words for the operator. */
    public StartRefused(String message) {
        super(message);
    }
}
