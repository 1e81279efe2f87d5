/**
 * A bot on Telegram, and only the translation: what the bot says becomes messages with buttons, what people do becomes updates. It
 * contains no campaign words and stores nothing; {@link org.campaignbot.telegram.TelegramBot} is its facade.
 */
@NullMarked
package org.campaignbot.telegram;

import org.jspecify.annotations.NullMarked;
