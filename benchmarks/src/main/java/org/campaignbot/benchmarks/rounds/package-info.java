/**
 * Shared by all runs in rounds: quantiles of times, medians of rounds, and a warm-up that lasts until a bot has settled. A run
 * measures several bots in alternating rounds, so that other load on the machine affects all of them alike.
 */
@NullMarked
package org.campaignbot.benchmarks.rounds;

import org.jspecify.annotations.NullMarked;
