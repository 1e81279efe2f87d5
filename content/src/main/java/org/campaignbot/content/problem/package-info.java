/**
 * The catalog of problems that a pack can have, and the collector that readers and checks report to. PROBLEMS.md, next to the
 * packs, is generated from this catalog.
 */
@NullMarked
package org.campaignbot.content.problem;

import org.jspecify.annotations.NullMarked;
