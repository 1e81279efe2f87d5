package org.campaignbot.testkit.telegram;

import java.util.List;

/** A text after its markup was read: what is seen, or why Telegram refuses it. */
sealed interface Formatted {

    /** The visible text and its entities, sorted by where they begin, the longer first. */
    record Visible(String text, List<Entity> entities) implements Formatted {}

    /** What is wrong with it, in Telegram's words, as they stand after "Bad Request: ". */
    record Broken(String words) implements Formatted {}
}
