/**
 * The attack on the bot, repeated: each weakness that a review found is tried again from outside, on loopback, with a bound on time, and what
 * came of it stands in one table.
 */
@NullMarked
package org.campaignbot.benchmarks.attack;

import org.jspecify.annotations.NullMarked;
