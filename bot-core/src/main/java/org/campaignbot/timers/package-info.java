/**
 * Timers: what a conversation wants to hear later, stored until then and passed to the update processor like a message. A timer contains
 * the conversation, flow, time and time zone, and none of the person's words.
 */
@NullMarked
package org.campaignbot.timers;

import org.jspecify.annotations.NullMarked;
