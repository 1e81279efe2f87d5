/** How long the bot takes from its start to its first answer, on several JDKs, with and without the launcher's caches. */
@NullMarked
package org.campaignbot.benchmarks.start;

import org.jspecify.annotations.NullMarked;
