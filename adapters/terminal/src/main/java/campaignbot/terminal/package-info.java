/**
 * A chat in the terminal: what the bot says is wrapped to 80 columns, choices are numbers, and a line typed is what the person says.
 * It needs no colour and no cursor, so it works through a pipe and for a screen reader.
 */
@NullMarked
package campaignbot.terminal;

import org.jspecify.annotations.NullMarked;
