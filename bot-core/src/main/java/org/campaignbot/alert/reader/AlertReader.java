package org.campaignbot.alert.reader;

import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/** Whom the words of an alert are for: all readers of one kind and language get the very same message. */
public sealed interface AlertReader {

    /** Whoever reads it in a chat of their own. */
    AlertReader ALONE = new Alone();

    /** A person in a chat of their own. */
    record Alone() implements AlertReader {}

    /**
     * A group, where others read along.
     *
     * @param setBy who signed the group up, or null where they were forgotten
     * @param links what a link into the bot begins with, or null where a button can lead to a chat of one's own by itself
     */
    record Group(@Nullable Person setBy, @Nullable String links) implements AlertReader {}
}
