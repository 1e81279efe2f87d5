/**
 * Bots as processes of their own, as they run for real: started with settings, measured from outside, ended by their id.
 * What the system tells of them is read from {@code /proc}, so these runs need Linux.
 */
@NullMarked
package org.campaignbot.benchmarks.process;

import org.jspecify.annotations.NullMarked;
