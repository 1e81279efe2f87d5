/**
 * How alerts go out: which recipients are still due, when, how fast, and what happened to each. All of it is in the stores, so
 * several processes may send and any of them may be killed.
 */
@NullMarked
package org.campaignbot.alert.sending;

import org.jspecify.annotations.NullMarked;
