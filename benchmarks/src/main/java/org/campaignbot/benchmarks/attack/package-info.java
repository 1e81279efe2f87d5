/**
 * The attack on the bot, repeated: each weakness found in a review is tried again from outside, on loopback and with a time
 * limit, and the results go into one table.
 */
@NullMarked
package org.campaignbot.benchmarks.attack;

import org.jspecify.annotations.NullMarked;
