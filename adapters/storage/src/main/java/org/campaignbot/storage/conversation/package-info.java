/** Conversations, their effects with results, and their timers. */
@NullMarked
package org.campaignbot.storage.conversation;

import org.jspecify.annotations.NullMarked;
