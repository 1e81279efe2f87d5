/**
 * A strict fake of Telegram's Bot API server, written only from its documentation: it refuses what Telegram refuses, in
 * Telegram's words. It knows nothing of the bot; tests, crash runs and load runs talk to the bot through it and see in its log
 * what people would have seen.
 */
@NullMarked
package org.campaignbot.testkit.telegram;

import org.jspecify.annotations.NullMarked;
