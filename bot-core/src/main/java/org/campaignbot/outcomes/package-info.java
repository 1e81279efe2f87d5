/**
 * Counts of what people did, by action, outcome, state and day. Each seat counts once per person and day; the person is known
 * only by a keyed hash, and only for 48 hours.
 */
@NullMarked
package org.campaignbot.outcomes;

import org.jspecify.annotations.NullMarked;
