/** What can go wrong with a database: it can't be used at all, or a call on it failed. */
@NullMarked
package org.campaignbot.storage.failure;

import org.jspecify.annotations.NullMarked;
