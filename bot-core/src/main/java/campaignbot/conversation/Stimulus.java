package campaignbot.conversation;

import campaignbot.people.Language;
import campaignbot.people.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a turn depends on besides the state: what happened, when, and by which knowledge.
 *
 * @param event what the person did
 * @param at when
 * @param seed the seed of anything random in the turn
 * @param locale the language of the platform, used until the person chooses one
 * @param group whether others read along, so that nothing personal may be said or asked
 * @param answersPrivately whether what is kept out of a group is answered in a private chat at once, without the person having to
 *     go there
 * @param deepLinks what a link into this bot begins with, as {@code https://t.me/some_bot?start=}, so that a flow's name behind
 *     it opens that flow; null where the platform has no such links
 * @param standing whether the person belongs to the group, without which they take part in nothing that it does together
 * @param knowledge the versions of the pack and of the fact tables, for the record
 */
public record Stimulus(
        Event event,
        Instant at,
        long seed,
        Language locale,
        boolean group,
        boolean answersPrivately,
        @Nullable String deepLinks,
        Standing standing,
        String knowledge) {

    /** A stimulus in a private chat of a platform that has no links into a bot. */
    public Stimulus(Event event, Instant at, long seed, Language locale, String knowledge) {
        this(event, at, seed, locale, false, false, null, Standing.MEMBER, knowledge);
    }

    /** Whether it is something that the person did; what comes by itself neither uses up their budget nor keeps facts alive. */
    boolean isByPerson() {
        return !(event instanceof Event.Due
                || event instanceof Event.Answered
                || event instanceof Event.Unsaid
                || event instanceof Event.Left);
    }
}
