/**
 * Everything that leaves: an outbox that outlives a crash, and one sender that empties it through the channels.
 * Nothing is reordered within a chat, and a failed send ends as a value, never as an exception.
 */
@NullMarked
package campaignbot.delivery;

import org.jspecify.annotations.NullMarked;
