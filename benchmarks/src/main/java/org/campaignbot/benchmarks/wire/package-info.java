/**
 * The least of HTTP/1.1 that load runs need, read and written by one thread that never waits for anybody.
 * It exists so that the driver of a load run costs less than what it measures; it serves nobody else.
 */
@NullMarked
package org.campaignbot.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
