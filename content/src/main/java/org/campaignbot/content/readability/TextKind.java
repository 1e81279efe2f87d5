package org.campaignbot.content.readability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a text is for, which decides how long and how hard it may be.
 *
 * <p>The numbers, in {@link Limits}, come from how people read the bot: on a phone, with 90 seconds. A kit may write others beside its text, with
 * the reason.
 */
public enum TextKind {
    /** The first words to a newcomer. */
    GREETING,
    /** What asks, and waits. */
    QUESTION,
    /** What says that something was done. */
    RECEIPT,
    /** Who to call or write to, and what to say. */
    CARD,
    /** What the campaign is about; people asked for it. */
    TOPIC,
    /** What people say yes or no to. */
    CONSENT,
    /** What is kept of people. */
    PRIVACY,
    /** What was deleted or is kept, point by point. */
    DATA,
    /** Help for someone in danger. */
    URGENT,
    /** Somebody else's words, or a letter. */
    QUOTE;

    /** The names that authors write under {@code kind}. */
    public static List<String> names() {
        return Arrays.stream(values()).map(TextKind::word).toList();
    }

    /** The kind with a name from {@link #names}. */
    public static TextKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Its name in a file, as {@code card}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it may have unless its author writes otherwise. */
    public Limits limits() {
        return Limits.of(this);
    }

    /** Whether words to say or copy count with the rest, as a script does on its card. */
    public boolean countsQuotes() {
        return this == CARD;
    }

    /** Whether its words are somebody else's, or a warning in which any plain word is right. */
    public boolean mayUseAnyPhrase() {
        return this == QUOTE || this == URGENT;
    }
}
