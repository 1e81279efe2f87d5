/**
 * Small runs of the acknowledgement run, so that it still runs on the day when somebody measures.
 * They hold what is delivered and what is acknowledged, never how fast: that is for a machine with nothing beside.
 */
@NullMarked
package org.campaignbot.benchmarks.acknowledgement;

import org.jspecify.annotations.NullMarked;
