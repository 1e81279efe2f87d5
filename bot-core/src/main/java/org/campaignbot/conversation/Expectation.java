package org.campaignbot.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Recognizes words of the kind a question expects, such as {@code place}; registered by name. */
public interface Expectation {

    /** The name that packs use. */
    String name();

    /** Whether the words are of this kind; they have no control characters and at most 4,000 characters. */
    boolean recognizes(String text, Instant now);

    /**
     * The part of a text that surely is of this kind although nobody asked for it, such as the ZIP code in "I want to call, I'm in
     * 85004"; null if there is none. It must be strict: an ordinary sentence has no such part.
     */
    default @Nullable String mention(String text, Instant now) {
        return null;
    }

    /** Whether words are probably of this kind, such as a misspelled state at the menu. */
    default boolean isLikely(String text, Instant now) {
        return false;
    }

    /**
     * Whether words that mean nothing else may be of this kind.
     *
     * @param facts what is known of the conversation
     */
    default boolean isPossible(String text, JavaStep.Facts facts, Instant now) {
        return isLikely(text, now);
    }

    /**
     * Whether any words at all are of this kind. Then only {@link Repair#COMMANDS} come before the answer, and a text that sounds
     * like danger is set aside instead of lost.
     */
    default boolean takesAll() {
        return false;
    }

    /**
     * Whether the words are a part of somebody's own text, such as a letter: what they say to the bot there is answered, or left out until
     * it's sent again.
     */
    default boolean isOwnText() {
        return false;
    }

    /** Whether it tells an answer from a sentence about something else itself, so that whatever it recognizes is an answer. */
    default boolean readsSentences() {
        return false;
    }

    /** Whether words of this kind reveal where somebody lives, so that the message needn't stay in the chat. */
    default boolean tellsPlace() {
        return false;
    }

    /** Accepts anything a person writes; named {@code words}, and {@code own-text} for a part of a letter of their own. */
    record AnyWords(String name, boolean isOwnText) implements Expectation {
        /** Any words. */
        public AnyWords() {
            this("words", false);
        }

        @Override
        public boolean recognizes(String text, Instant now) {
            return true;
        }

        @Override
        public boolean takesAll() {
            return true;
        }
    }
}
