/**
 * Everything that leaves: an outbox that survives a crash, and one sender that empties it through the channels, within their rate
 * limits. Order is kept within a chat and lane, and a failed send is a value, never an exception.
 */
@NullMarked
package org.campaignbot.sending;

import org.jspecify.annotations.NullMarked;
