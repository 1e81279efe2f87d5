/**
 * A strict fake of Telegram's Bot API server, written from its documentation alone: it refuses what Telegram refuses, in Telegram's words.
 * It knows nothing of the bot; tests, crash runs and load runs talk to the bot through it and read in its log what people would have seen.
 */
@NullMarked
package org.campaignbot.testkit.telegram;

import org.jspecify.annotations.NullMarked;
