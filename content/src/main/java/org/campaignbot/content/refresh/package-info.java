/**
 * Replaces the fact tables while the bot runs: reads what their source publishes, reports what would change, refuses what can't
 * be true, and puts the rest next to the shipped tables. Each process then uses whichever tables are newer.
 */
@NullMarked
package org.campaignbot.content.refresh;

import org.jspecify.annotations.NullMarked;
