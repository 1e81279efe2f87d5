/** What the tests look up of the work on a whole database. */
@NullMarked
package org.campaignbot.storage.maintenance;

import org.jspecify.annotations.NullMarked;
