/**
 * Replaces the fact tables while the bot runs: reads what their source publishes, says what would change, refuses what cannot be
 * true, and puts the rest beside the shipped tables, from where every process takes whichever are newer.
 */
@NullMarked
package campaignbot.content.refresh;

import org.jspecify.annotations.NullMarked;
