package campaignbot.delivery;

import campaignbot.message.Message;
import campaignbot.people.Address;

/**
 * A message on its way to a chat.
 *
 * @param id its name: the conversation's turn and the place in it, so that a repeated commit writes it once
 * @param to where it goes
 * @param lane how urgent it is
 * @param message what it says
 */
public record Outgoing(String id, Address to, Lane lane, Message message) {

    /** What leaves before what; within a chat and lane the order of commits holds. */
    public enum Lane {
        /** Someone may be in danger. */
        URGENT,
        /** The answer to what a person did. */
        REPLY
    }
}
