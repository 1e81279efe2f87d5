/**
 * The load run: how many updates a second the bot answers by webhook, beside a bare handler of the JDK and a grammY bot.
 * One driver plays people and the Bot API for all of them in the same run, so that their figures can be compared.
 */
@NullMarked
package org.campaignbot.benchmarks.load;

import org.jspecify.annotations.NullMarked;
