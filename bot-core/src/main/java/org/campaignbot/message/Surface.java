package org.campaignbot.message;

/**
 * What a platform can show, declared by its adapter as data; the core never asks which platform it is.
 *
 * @param textLimit characters (UTF-16 units) that a message may show
 * @param choiceLimit buttons below a message; 0 if there are none and choices are numbered in the text
 * @param labelLimit characters on a button
 * @param payloadBytes bytes of UTF-8 that a button may carry
 * @param edits whether a sent message can be replaced
 * @param onlyYou whether a message in a group can be shown to one person only
 * @param asksLocation whether it can offer to share a position
 * @param forms whether it can show a form
 */
public record Surface(
        int textLimit,
        int choiceLimit,
        int labelLimit,
        int payloadBytes,
        boolean edits,
        boolean onlyYou,
        boolean asksLocation,
        boolean forms) {

    /**
     * The common minimum of all surfaces that we plan to support, for checks and measurements.
     *
     * <p>It combines the hard limits of several platforms: 3,000 characters in a text section, 8 buttons in a row, 64 bytes of
     * payload on a button; labels of 40 characters are what a phone shows on one line.
     */
    public static final Surface TIGHTEST = new Surface(3000, 8, 40, 64, false, false, false, false);

    /** A surface without buttons: choices are numbered in the text. */
    public static final Surface PLAIN_TEXT =
            new Surface(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0, false, true, false, false);
}
