/**
 * Everything that leaves: an outbox that outlives a crash, and one sender that empties it through the channels, within their limits.
 * Nothing is reordered within a chat and lane, and a failed send ends as a value, never as an exception.
 */
@NullMarked
package campaignbot.delivery;

import org.jspecify.annotations.NullMarked;
