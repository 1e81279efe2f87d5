/**
 * The bot as lines of JSON over standard input and output, many people at once: the example that docs/adding-a-surface.md walks
 * through. It is a whole surface in less than 150 lines, and a way to drive the bot from a program.
 */
@NullMarked
package campaignbot.lines;

import org.jspecify.annotations.NullMarked;
