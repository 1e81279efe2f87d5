package org.campaignbot.testkit.telegram;

/** The kind of markup sent with a message. */
public enum Markup {
    NONE,
    /** Buttons under the message. */
    INLINE,
    /** Buttons instead of the letter keyboard. */
    REPLY,
    /** Removes such buttons. */
    REMOVE,
    /** An opened reply box. */
    FORCE_REPLY
}
