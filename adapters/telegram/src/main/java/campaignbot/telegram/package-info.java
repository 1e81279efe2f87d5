/**
 * A bot on Telegram, and nothing but the translation: what the bot says becomes messages with buttons, what people do becomes updates.
 * It holds no word of a campaign and stores nothing; {@link campaignbot.telegram.TelegramBot} is its face.
 */
@NullMarked
package campaignbot.telegram;

import org.jspecify.annotations.NullMarked;
