/**
 * A bot on Slack, and only the translation: what the bot says becomes messages with buttons, what people do becomes updates. It
 * contains no campaign words and stores nothing; {@link org.campaignbot.slack.SlackBot} is its facade.
 */
@NullMarked
package org.campaignbot.slack;

import org.jspecify.annotations.NullMarked;
