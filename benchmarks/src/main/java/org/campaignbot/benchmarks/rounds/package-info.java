/**
 * What every run in rounds needs: quantiles of times, medians of rounds, and a warm-up that lasts until a bot has settled.
 * A run measures several bots in rounds that take turns, so that a neighbour's work on the machine falls on all of them alike.
 */
@NullMarked
package org.campaignbot.benchmarks.rounds;

import org.jspecify.annotations.NullMarked;
