package org.campaignbot.slack.workspace;

import java.util.regex.Pattern;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.people.Language;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.campaignbot.workspace.Installation;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, and where.
 *
 * @param installation the bot in their workspace
 * @param user their id
 * @param channel the channel where others can read it; null if it was just between them and the bot
 * @param thread the thread in it, or null
 */
public record SlackOrigin(
        Installation installation,
        String user,
        @Nullable String channel,
        @Nullable String thread) {

    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,30}");
    private static final Pattern SHARED = Pattern.compile("[CG][A-Z0-9]{2,30}");

    /** Whether a text is a user id; those of the largest organizations start with W. */
    public static boolean isUser(@Nullable String id) {
        return id != null && USER.matcher(id).matches() && !id.equals("USLACKBOT");
    }

    /** The channel with this id if others can read it: direct messages start with D. */
    public static @Nullable String shared(@Nullable String channel) {
        return channel != null && SHARED.matcher(channel).matches() ? channel : null;
    }

    public ConversationKey own() {
        return SlackAddresses.own(installation.workspace(), user);
    }

    /** The conversation: in a channel it's held there, and the core moves personal parts to the person's own. */
    public ConversationKey conversation() {
        return channel == null
                ? own()
                : new ConversationKey(
                        new Address(SlackAddresses.PLATFORM, installation.workspace(), channel, thread),
                        SlackAddresses.person(installation.workspace(), user));
    }

    public Update update(
            String id, Event event, Language locale, @Nullable String pressedOn, GroupMembership groupMembership) {
        boolean group = channel != null;
        return new Update(
                id,
                conversation(),
                event,
                locale,
                new Origin(group, null, pressedOn, null, group ? own() : null, groupMembership));
    }
}
