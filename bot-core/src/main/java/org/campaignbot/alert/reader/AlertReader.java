package org.campaignbot.alert.reader;

import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/** Who reads an alert: all readers of one kind and language get exactly the same message. */
public sealed interface AlertReader {

    /** A reader in a private chat. */
    AlertReader ALONE = new Alone();

    /** A person in a private chat. */
    record Alone() implements AlertReader {}

    /**
     * A group, where others can read it too.
     *
     * @param setBy who signed the group up, or null if they were forgotten
     * @param links the prefix of a link into the bot, or null if a button can lead to a private chat by itself
     */
    record Group(@Nullable Person setBy, @Nullable String links) implements AlertReader {}
}
