package org.campaignbot.sending;

import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a chat.
 *
 * @param id its idempotency key, such as the update and the place in its turn, so that a repeated commit writes it once
 * @param to where it goes
 * @param person the person in the conversation
 * @param lane how urgent it is
 * @param message what it says
 * @param replaces the platform's id of an earlier message from the bot in that chat to replace, if the surface can edit; null if
 *     it comes below
 * @param erases the platform's id of a person's message to delete once this one has been sent, because it says where they live;
 *     null if there is none
 */
public record Outgoing(
        String id,
        Address to,
        Person person,
        Lane lane,
        Message message,
        @Nullable String replaces,
        @Nullable String erases) {

    /** A message that comes below the conversation and erases nothing. */
    public Outgoing(String id, Address to, Person person, Lane lane, Message message) {
        this(id, to, person, lane, message, null, null);
    }

    /** The same message to another address, for example if a chat gets a new id. */
    public Outgoing to(Address other) {
        return new Outgoing(id, other, person, lane, message, replaces, erases);
    }

    /** The priority of a message; within a chat and lane, commit order applies. */
    public enum Lane {
        /** Someone may be in danger. */
        URGENT,
        /** The answer to what a person did. */
        REPLY,
        /** An action alert, from the {@link AlertQueue}; it's never sent again if its outcome is unknown. */
        ALERT
    }
}
