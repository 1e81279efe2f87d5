/**
 * Alerts to many subscribers, sent by a bot that runs as a process of its own and is killed again and again.
 * What people were sent is judged by the testkit's fake of Telegram's server, and held against what the bot says of it.
 */
@NullMarked
package org.campaignbot.benchmarks.alert;

import org.jspecify.annotations.NullMarked;
