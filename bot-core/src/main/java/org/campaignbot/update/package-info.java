/**
 * Everything that arrives: repeats are dropped, one writer takes the turns of a conversation, and a turn is committed before
 * anything is sent. The ports here store what must survive a crash; facts held in memory go another way and never reach them.
 */
@NullMarked
package org.campaignbot.update;

import org.jspecify.annotations.NullMarked;
