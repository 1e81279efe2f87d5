package org.campaignbot.settings;

/** Settings exist but can't be read; the message is for the person who runs the bot. */
public final class UnreadableSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error with a message that names the place and how to fix it. */
    public UnreadableSettings(String message) {
        super(message);
    }
}
