package campaignbot.conversation;

import campaignbot.people.Address;
import campaignbot.people.Person;

/** A person in a place: one conversation, with one writer. */
public record ConversationKey(Address address, Person person) {}
