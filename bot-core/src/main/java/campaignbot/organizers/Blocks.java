package campaignbot.organizers;

import campaignbot.people.Address;
import campaignbot.people.Person;
import java.time.Instant;
import java.util.List;

/** Keeps whom the bot answers no more; a person who has themselves forgotten stays in it until it is lifted. */
public interface Blocks {

    /** Blocks a person everywhere; one who is blocked already stays so. */
    void block(Person person, String by, Instant at);

    /** Mutes a person in one chat, whatever thread of it they write in. */
    void mute(Person person, Address chat, String by, Instant at);

    /** Lifts a mute, but no block; false where there is none. */
    boolean unmute(Person person, Address chat);

    /** Lifts all blocks and mutes of a mark, as {@link #all} lists it; false where there is none. */
    boolean lift(String mark);

    /** All of them, the latest first. */
    List<Block> all();

    /** Whom it hushes as of now, to be asked many times. */
    Hushed present();

    /** Tells whether somebody is answered no more; safe for use by any number of threads. */
    @FunctionalInterface
    interface Hushed {
        /** Whether a person is blocked, or muted in this chat. */
        boolean hushes(Person person, Address chat);
    }
}
