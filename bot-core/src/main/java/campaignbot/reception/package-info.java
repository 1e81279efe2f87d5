/**
 * Everything that arrives: repeats are dropped, one writer takes the turns of a conversation, and a turn is committed before
 * anything leaves.
 * The ports here keep what must outlive a crash; facts held in memory go another way and never reach them.
 */
@NullMarked
package campaignbot.reception;

import org.jspecify.annotations.NullMarked;
