/**
 * Timers: what a conversation asked to be told at a later instant, kept until then and handed to the reception like a message.
 * A timer holds whom, which flow, when and in which time zone, and no word of the person's.
 */
@NullMarked
package campaignbot.timer;

import org.jspecify.annotations.NullMarked;
