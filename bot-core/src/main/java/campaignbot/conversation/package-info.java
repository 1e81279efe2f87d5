/**
 * The pure turn of a conversation: a state and a stimulus go in, the next state, messages and effects come out.
 * Nothing here reads a clock, writes a store or knows a platform, so a turn can be repeated and gives the same again.
 */
@NullMarked
package campaignbot.conversation;

import org.jspecify.annotations.NullMarked;
