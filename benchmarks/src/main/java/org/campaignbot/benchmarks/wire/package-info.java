/**
 * The minimum of HTTP/1.1 that load runs need, read and written by one non-blocking thread. It exists so that a load run's driver
 * costs less than what it measures; nothing else uses it.
 */
@NullMarked
package org.campaignbot.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
