/** The outbox, who may send what of it, and the rate limits that several processes share. */
@NullMarked
package org.campaignbot.storage.outbox;

import org.jspecify.annotations.NullMarked;
