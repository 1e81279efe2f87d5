package org.campaignbot.organizers;

import java.time.Instant;
import java.util.List;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;

/** Stores the people the bot no longer answers; a block remains after the person deletes their data, until it is lifted. */
public interface Blocks {

    /** Blocks a person everywhere; does nothing if they already are. */
    void block(Person person, String by, Instant at);

    /** Mutes a person in one chat, in all its threads. */
    void mute(Person person, Address chat, String by, Instant at);

    /** Lifts a mute, but not a block; false if there is none. */
    boolean unmute(Person person, Address chat);

    /** Lifts all blocks and mutes of a mark, as listed by {@link #all}; false if there are none. */
    boolean lift(String mark);

    /** All blocks and mutes, latest first. */
    List<BlockedPerson> all();

    /** A snapshot of the current blocks, for many checks. */
    Hushed present();

    /** Checks whether the bot no longer answers somebody; thread-safe. */
    @FunctionalInterface
    interface Hushed {
        /** Whether a person is blocked, or muted in this chat. */
        boolean hushes(Person person, Address chat);
    }
}
