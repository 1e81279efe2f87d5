package campaignbot.delivery;

import campaignbot.message.Message;
import campaignbot.people.Address;
import campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a chat.
 *
 * @param id its name: the conversation's turn and the place in it, so that a repeated commit writes it once
 * @param to where it goes
 * @param person with whom the conversation is that it belongs to
 * @param lane how urgent it is
 * @param message what it says
 * @param replaces the platform's id of an earlier message of the bot's in that chat whose place it takes where the surface can
 *     edit; null where it comes below
 * @param erases the platform's id of a message of the person's that is deleted once this one has left, since it holds where
 *     they live; null where there is none
 */
public record Outgoing(
        String id,
        Address to,
        Person person,
        Lane lane,
        Message message,
        @Nullable String replaces,
        @Nullable String erases) {

    /** A message that comes below what was said and erases nothing. */
    public Outgoing(String id, Address to, Person person, Lane lane, Message message) {
        this(id, to, person, lane, message, null, null);
    }

    /** The same message to another address, as when a chat goes on under another id. */
    public Outgoing to(Address other) {
        return new Outgoing(id, other, person, lane, message, replaces, erases);
    }

    /** What leaves before what; within a chat and lane the order of commits holds. */
    public enum Lane {
        /** Someone may be in danger. */
        URGENT,
        /** The answer to what a person did. */
        REPLY,
        /** What nobody waits for: it is never sent again where its fate is unknown. */
        ALERT
    }
}
