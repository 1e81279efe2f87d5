package org.campaignbot.conversation;

import java.time.Instant;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a turn depends on besides the state: what happened, when, and with what knowledge.
 *
 * @param event what the person did
 * @param at when
 * @param seed the seed of anything random in the turn
 * @param locale the platform's language, used until the person chooses one
 * @param group whether others read along, so that nothing personal may be said or asked
 * @param answersPrivately whether personal answers to a group message go to a private chat at once, without the person having to
 *     go there
 * @param deepLinks the prefix of a link into this bot, such as {@code https://t.me/some_bot?start=}; appending a flow's name
 *     opens that flow; null if the platform has no such links
 * @param standing whether the person belongs to the group; only members take part in its shared activities
 * @param knowledge the versions of the pack and of the fact tables, for the record
 */
public record TurnInput(
        Event event,
        Instant at,
        long seed,
        Language locale,
        boolean group,
        boolean answersPrivately,
        @Nullable String deepLinks,
        GroupMembership standing,
        String knowledge) {

    /** An input in a private chat, on a platform without links into a bot. */
    public TurnInput(Event event, Instant at, long seed, Language locale, String knowledge) {
        this(event, at, seed, locale, false, false, null, GroupMembership.MEMBER, knowledge);
    }

    /** Whether the person did this; events that come by themselves neither use up the budget nor keep facts alive. */
    boolean isByPerson() {
        return !(event instanceof Event.Due
                || event instanceof Event.Answered
                || event instanceof Event.Unsaid
                || event instanceof Event.Left);
    }
}
