package org.campaignbot.conversation;

import org.campaignbot.people.Address;
import org.campaignbot.people.Person;

/** A person in a place: one conversation, with one writer. */
public record ConversationKey(Address address, Person person) {}
