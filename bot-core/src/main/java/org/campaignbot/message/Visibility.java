package org.campaignbot.message;

/** Who may see a message. */
public enum Visibility {
    /** Everyone in the chat. */
    EVERYONE,
    /** Only the person: if a surface can't do that in this chat, the message moves to a private one. */
    ONLY_YOU
}
