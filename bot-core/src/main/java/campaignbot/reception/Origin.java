package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.people.Person;
import campaignbot.people.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Where an update came from, as far as the platform tells.
 *
 * @param group whether others read along in its chat
 * @param deepLinks what a link into this bot begins with, as {@code https://t.me/some_bot?start=}; null where there are none
 * @param pressedOn the platform's id of the bot's message whose button was pressed, or null
 * @param message the platform's id of the person's own message, or null where it cannot be deleted
 * @param privately the conversation that the bot may begin with the person alone, where what is between the two is answered at
 *     once; null in a private chat, and where the person has to come there by themselves
 * @param repliesTo whose message the person's own replies to, or null where it replies to none, or to the bot's
 * @param standing whether the person belongs to the group
 */
public record Origin(
        boolean group,
        @Nullable String deepLinks,
        @Nullable String pressedOn,
        @Nullable String message,
        @Nullable ConversationKey privately,
        @Nullable Person repliesTo,
        Standing standing) {

    /** A private chat of a platform that tells nothing more. */
    public static final Origin PRIVATE = new Origin(false, null, null, null, null);

    /** An update of a member, that may reply to somebody, on a platform whose groups have no others. */
    public Origin(
            boolean group,
            @Nullable String deepLinks,
            @Nullable String pressedOn,
            @Nullable String message,
            @Nullable ConversationKey privately,
            @Nullable Person repliesTo) {
        this(group, deepLinks, pressedOn, message, privately, repliesTo, Standing.MEMBER);
    }

    /** An update that replies to nobody, from a member or not. */
    public Origin(
            boolean group,
            @Nullable String deepLinks,
            @Nullable String pressedOn,
            @Nullable String message,
            @Nullable ConversationKey privately,
            Standing standing) {
        this(group, deepLinks, pressedOn, message, privately, null, standing);
    }

    /** An update of a member that replies to nobody. */
    public Origin(
            boolean group,
            @Nullable String deepLinks,
            @Nullable String pressedOn,
            @Nullable String message,
            @Nullable ConversationKey privately) {
        this(group, deepLinks, pressedOn, message, privately, null, Standing.MEMBER);
    }
}
