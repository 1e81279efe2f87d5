/**
 * Reads the folder of fact tables into a {@link campaignbot.directory.Directory}, as fast as a chat wants to start.
 * The tables are people's work and may be broken: every reader here reports problems with their place and goes on.
 */
@NullMarked
package campaignbot.content.tables;

import org.jspecify.annotations.NullMarked;
