/**
 * Bots as separate processes, as in production: started with settings, measured from outside, stopped by their id. The system's
 * figures about them come from {@code /proc}, so these runs need Linux.
 */
@NullMarked
package org.campaignbot.benchmarks.process;

import org.jspecify.annotations.NullMarked;
