/**
 * A bot on Slack, and nothing but the translation: what the bot says becomes messages with buttons, what people do becomes updates.
 * It holds no word of a campaign and stores nothing; {@link campaignbot.slack.SlackBot} is its face.
 */
@NullMarked
package campaignbot.slack;

import org.jspecify.annotations.NullMarked;
