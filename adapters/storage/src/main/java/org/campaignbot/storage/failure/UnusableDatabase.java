package org.campaignbot.storage.failure;

/** The bot can't start with this database or its key; the message says what's wrong and how to fix it. */
public final class UnusableDatabase extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableDatabase(String message) {
        super(message);
    }

    public UnusableDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
