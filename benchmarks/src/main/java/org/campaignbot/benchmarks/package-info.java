/**
 * Measurements of what a person waits for: a press, a look-up, the start of the bot.
 * Nothing here ships, and {@code mvn verify} compiles it without running it.
 */
@NullMarked
package org.campaignbot.benchmarks;

import org.jspecify.annotations.NullMarked;
