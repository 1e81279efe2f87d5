/**
 * Reads the drafts of alerts that organizers write as files.
 * What is wrong in one is told as in a pack, by file, line and column, with its mend.
 */
@NullMarked
package campaignbot.content.alert;

import org.jspecify.annotations.NullMarked;
