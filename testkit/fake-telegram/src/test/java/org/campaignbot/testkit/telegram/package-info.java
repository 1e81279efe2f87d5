/**
 * Holds the fake of Telegram's server to the documented words and limits, through HTTP as any bot would meet it.
 * Nothing of the bot is used here, so that fake and bot cannot share an error.
 */
@NullMarked
package org.campaignbot.testkit.telegram;

import org.jspecify.annotations.NullMarked;
