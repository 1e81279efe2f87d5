/**
 * Alerts to many subscribers, sent by a bot that runs as a separate process and is killed repeatedly. The testkit's fake Telegram
 * server records what people were sent, and that is compared with the bot's own records.
 */
@NullMarked
package org.campaignbot.benchmarks.alert;

import org.jspecify.annotations.NullMarked;
