/**
 * The load run: how many updates per second the bot answers by webhook, next to a bare JDK handler and a grammY bot. One driver
 * plays the people and the Bot API for all of them in the same run, so that their figures can be compared.
 */
@NullMarked
package org.campaignbot.benchmarks.load;

import org.jspecify.annotations.NullMarked;
