package campaignbot.conversation;

import campaignbot.people.Language;
import java.time.Instant;

/**
 * All that a turn depends on besides the state: what happened, when, and by which knowledge.
 *
 * @param event what the person did
 * @param at when
 * @param seed the seed of anything random in the turn
 * @param locale the language of the platform, used until the person chooses one
 * @param knowledge the versions of the pack and of the fact tables, for the record
 */
public record Stimulus(Event event, Instant at, long seed, Language locale, String knowledge) {}
