/**
 * In-memory implementations of the ports; they ship, and follow the same contracts as those on disk. Their data is gone when the
 * process ends.
 */
@NullMarked
package campaignbot.memory;

import org.jspecify.annotations.NullMarked;
