/**
 * Implementations of the ports that live in memory; they ship, and keep the same contracts as those on disk.
 * What they know is gone when the process ends.
 */
@NullMarked
package campaignbot.memory;

import org.jspecify.annotations.NullMarked;
