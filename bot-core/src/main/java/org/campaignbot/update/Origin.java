package org.campaignbot.update;

import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Where an update came from, as far as the platform says.
 *
 * @param group whether others read along in its chat
 * @param deepLinks the prefix of a link into this bot, such as {@code https://t.me/some_bot?start=}; null if there are none
 * @param pressedOn the platform's id of the bot's message whose button was pressed, or null
 * @param message the platform's id of the person's own message, or null if it can't be deleted
 * @param privately the private conversation that the bot may start with the person, to answer personal things at once; null in a
 *     private chat, and if the person has to go there themselves
 * @param repliesTo the author of the message that the person replied to, or null if it's no reply or a reply to the bot
 * @param standing whether the person belongs to the group
 */
public record Origin(
        boolean group,
        @Nullable String deepLinks,
        @Nullable String pressedOn,
        @Nullable String message,
        @Nullable ConversationKey privately,
        @Nullable Person repliesTo,
        GroupMembership standing) {

    /** A private chat on a platform that says nothing more. */
    public static final Origin PRIVATE = new Origin(false, null, null, null, null);

    /** An update from a member, maybe a reply to somebody, on a platform whose groups have only members. */
    public Origin(
            boolean group,
            @Nullable String deepLinks,
            @Nullable String pressedOn,
            @Nullable String message,
            @Nullable ConversationKey privately,
            @Nullable Person repliesTo) {
        this(group, deepLinks, pressedOn, message, privately, repliesTo, GroupMembership.MEMBER);
    }

    /** An update that is no reply to anybody, from a member or not. */
    public Origin(
            boolean group,
            @Nullable String deepLinks,
            @Nullable String pressedOn,
            @Nullable String message,
            @Nullable ConversationKey privately,
            GroupMembership standing) {
        this(group, deepLinks, pressedOn, message, privately, null, standing);
    }

    /** An update from a member that is no reply to anybody. */
    public Origin(
            boolean group,
            @Nullable String deepLinks,
            @Nullable String pressedOn,
            @Nullable String message,
            @Nullable ConversationKey privately) {
        this(group, deepLinks, pressedOn, message, privately, null, GroupMembership.MEMBER);
    }
}
