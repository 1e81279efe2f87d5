package campaignbot.settings;

/** Says, in words for whoever runs the bot, that settings are kept but cannot be read. */
public final class UnreadableSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A trouble in words that name the place and how to mend it. */
    public UnreadableSettings(String message) {
        super(message);
    }
}
