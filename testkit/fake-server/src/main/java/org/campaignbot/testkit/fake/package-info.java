/**
 * The parts that all platforms' fakes share: the log of calls, faults, JSON and threads. A platform's rules and errors are in its
 * own package, because each has its own source.
 */
@NullMarked
package org.campaignbot.testkit.fake;

import org.jspecify.annotations.NullMarked;
