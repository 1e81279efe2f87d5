/**
 * A chat in the terminal: the bot's words are wrapped to 80 columns, choices are numbers, and a typed line is what the person says.
 * It needs no color and no cursor, so it works through a pipe and with a screen reader.
 */
@NullMarked
package org.campaignbot.terminal;

import org.jspecify.annotations.NullMarked;
