package org.campaignbot.testkit.telegram;

import java.util.List;

/** A text after parsing its markup: what is visible, or why Telegram refuses it. */
sealed interface Formatted {

    /** The visible text and its entities, sorted by start, longer ones first. */
    record Visible(String text, List<Entity> entities) implements Formatted {}

    /** The error in Telegram's words, as they follow "Bad Request: ". */
    record Broken(String words) implements Formatted {}
}
