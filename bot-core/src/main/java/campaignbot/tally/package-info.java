/**
 * Counts of what people did, by action, outcome, state and day.
 * Each seat counts once a person and day; who the person is, is known only as a keyed hash, and only for 48 hours.
 */
@NullMarked
package campaignbot.tally;

import org.jspecify.annotations.NullMarked;
