/**
 * Counts of what people did, by seat and day and apart from that by language, surface and month, with the reports that may be
 * shown. Each seat counts once per person and day; the person is known only by a keyed hash, and only for 48 hours.
 */
@NullMarked
package org.campaignbot.outcomes;

import org.jspecify.annotations.NullMarked;
