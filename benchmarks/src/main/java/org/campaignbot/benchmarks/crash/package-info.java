/**
 * The crash runs: the bot, or its database server, is killed again and again while people write to it.
 * The log of the fake Bot API is then judged: nothing lost, nothing counted twice, only replies on their way repeated.
 */
@NullMarked
package org.campaignbot.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
