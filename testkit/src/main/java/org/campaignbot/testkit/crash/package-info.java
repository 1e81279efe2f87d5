/**
 * Judges from the log of what people were sent whether a bot that was killed lost, repeated or reordered anything.
 * It knows neither a platform nor the bot, so that crash runs and their small twins in the tests share one judgement.
 */
@NullMarked
package org.campaignbot.testkit.crash;

import org.jspecify.annotations.NullMarked;
