/**
 * Benchmarks of what a person waits for: a press, a look-up, the bot's startup. Nothing here ships, and {@code mvn verify}
 * compiles it without running it.
 */
@NullMarked
package org.campaignbot.benchmarks;

import org.jspecify.annotations.NullMarked;
