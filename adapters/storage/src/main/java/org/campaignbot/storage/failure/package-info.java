/** What can go wrong with a database: it can't be used at all, a call on it failed, or it is down. */
@NullMarked
package org.campaignbot.storage.failure;

import org.jspecify.annotations.NullMarked;
