package org.campaignbot.storage;

/** The bot can't start with this database or its key; the message says what's wrong and how to fix it. */
public final class UnusableDatabase extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableDatabase(String message) {
        super(message);
    }

    UnusableDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
