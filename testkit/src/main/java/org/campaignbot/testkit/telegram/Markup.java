package org.campaignbot.testkit.telegram;

/** What a message brings with it beside its text. */
public enum Markup {
    /** Nothing. */
    NONE,
    /** Buttons under the message. */
    INLINE,
    /** Buttons instead of the letters to type with. */
    REPLY,
    /** The order to take such buttons away. */
    REMOVE,
    /** An opened reply box. */
    FORCE_REPLY
}
