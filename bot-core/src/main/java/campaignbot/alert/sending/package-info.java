/**
 * How alerts go out: to whom each is still due, when, how fast, and what became of each recipient.
 * All of it is in the stores, so that several processes may send and any of them may be killed.
 */
@NullMarked
package campaignbot.alert.sending;

import org.jspecify.annotations.NullMarked;
