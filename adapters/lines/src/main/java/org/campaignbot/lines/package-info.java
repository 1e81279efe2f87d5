/**
 * The bot as lines of JSON over standard input and output, for many people at once: the example in docs/adding-a-surface.md. It's a
 * complete surface in less than 150 lines, and a way to drive the bot from a program.
 */
@NullMarked
package org.campaignbot.lines;

import org.jspecify.annotations.NullMarked;
