package campaignbot.storage;

/** A database, or its key, that the bot cannot start with; the message names what is wrong and how to mend it. */
public final class UnusableDatabase extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableDatabase(String message) {
        super(message);
    }

    UnusableDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
