/**
 * The catalogue of what can be wrong in a pack, and the collector that readers and checks report to.
 * PROBLEMS.md, beside the packs, is written from this catalogue.
 */
@NullMarked
package campaignbot.content.problem;

import org.jspecify.annotations.NullMarked;
