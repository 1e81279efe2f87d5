package org.campaignbot.slack.workspace;

import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Maps Slack's ids to addresses and people.
 *
 * <p>A user id is only guaranteed to be unique within a workspace, so a person is {@code TEAM/USER}. The chat of a person's own
 * conversation is their user id: a command, a direct message, the Home tab, and a form all include it, while the direct message's
 * id ({@code D…}) appears only there.
 */
public final class SlackAddresses {

    /** The platform in addresses and people. */
    public static final String PLATFORM = "slack";

    private static final char SEPARATOR = '/';

    private SlackAddresses() {}

    /** A user of a workspace. */
    public static Person person(String team, String user) {
        return new Person(PLATFORM, team + SEPARATOR + user);
    }

    /** The conversation with a whole channel: its messages are posted for everyone there. */
    public static ConversationKey everyone(String team, String channel, @Nullable String thread) {
        return new ConversationKey(new Address(PLATFORM, team, channel, thread), person(team, channel));
    }

    /** The conversation between the bot and one person. */
    public static ConversationKey own(String team, String user) {
        return new ConversationKey(new Address(PLATFORM, team, user, null), person(team, user));
    }

    /** Whether an address is a person's own: user ids start with U or W, and D is a direct message. */
    public static boolean isOwn(Address address) {
        return !address.chat().isEmpty() && "UWD".indexOf(address.chat().charAt(0)) >= 0;
    }

    /** Whether a conversation is with a whole channel. */
    public static boolean isEveryone(Address address, Person person) {
        return !isOwn(address) && person.equals(person(address.account(), address.chat()));
    }

    /** The user, without the workspace. */
    public static String user(Person person) {
        return user(person.id());
    }

    /** The user of a person's id, without the workspace. */
    public static String user(String person) {
        return person.substring(person.lastIndexOf(SEPARATOR) + 1);
    }
}
