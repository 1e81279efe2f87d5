/** Tests of what the load run does and says, never of how fast a bot is: that's for a calm machine. */
@NullMarked
package org.campaignbot.benchmarks.load;

import org.jspecify.annotations.NullMarked;
