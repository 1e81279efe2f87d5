package campaignbot.slack;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.people.Address;
import campaignbot.people.Language;
import campaignbot.people.Standing;
import campaignbot.reception.Origin;
import campaignbot.reception.Update;
import campaignbot.workspace.Installation;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, and where.
 *
 * @param installation the bot in their workspace
 * @param user their id
 * @param channel the channel where others can read it; null if it was just between them and the bot
 * @param thread the thread in it, or null
 */
record Whereabouts(
        Installation installation,
        String user,
        @Nullable String channel,
        @Nullable String thread) {

    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,30}");
    private static final Pattern SHARED = Pattern.compile("[CG][A-Z0-9]{2,30}");

    /** Whether a text is a user id; those of the largest organizations start with W. */
    static boolean isUser(@Nullable String id) {
        return id != null && USER.matcher(id).matches() && !id.equals("USLACKBOT");
    }

    /** The channel with this id if others can read it: direct messages start with D. */
    static @Nullable String shared(@Nullable String channel) {
        return channel != null && SHARED.matcher(channel).matches() ? channel : null;
    }

    ConversationKey own() {
        return SlackPlaces.own(installation.workspace(), user);
    }

    /** The conversation: in a channel it's held there, and the core moves personal parts to the person's own. */
    ConversationKey conversation() {
        return channel == null
                ? own()
                : new ConversationKey(
                        new Address(SlackChannel.NAME, installation.workspace(), channel, thread),
                        SlackPlaces.person(installation.workspace(), user));
    }

    Update update(String id, Event event, Language locale, @Nullable String pressedOn, Standing standing) {
        boolean group = channel != null;
        return new Update(
                id,
                conversation(),
                event,
                locale,
                new Origin(group, null, pressedOn, null, group ? own() : null, standing));
    }
}
