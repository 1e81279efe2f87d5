/**
 * The crash runs: the bot, or its database server, is killed repeatedly while people write to it. The fake Bot API's log is then
 * checked: nothing lost, nothing counted twice, only replies in flight repeated.
 */
@NullMarked
package org.campaignbot.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
