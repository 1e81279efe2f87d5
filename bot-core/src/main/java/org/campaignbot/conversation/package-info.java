/**
 * Pure conversation turns: a state and an input go in; the next state, messages and effects come out. Nothing here reads a
 * clock, writes to a store or knows a platform, so repeating a turn gives the same result.
 */
@NullMarked
package org.campaignbot.conversation;

import org.jspecify.annotations.NullMarked;
