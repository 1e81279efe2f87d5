/**
 * Checks from the log of sent messages whether a bot that was killed lost, repeated or reordered anything. It knows neither the
 * platform nor the bot, so crash runs and their smaller versions in the tests share one check.
 */
@NullMarked
package org.campaignbot.testkit.crash;

import org.jspecify.annotations.NullMarked;
