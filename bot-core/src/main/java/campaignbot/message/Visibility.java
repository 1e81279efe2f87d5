package campaignbot.message;

/** Who may see a message. */
public enum Visibility {
    /** Everyone in the chat. */
    EVERYONE,
    /** The person alone: where a surface cannot do so in this chat, the message moves to a private one. */
    ONLY_YOU
}
