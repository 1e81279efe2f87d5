/** Backup and restore, key rotation, deletion after the promised time, and recurring work. */
@NullMarked
package org.campaignbot.storage.maintenance;

import org.jspecify.annotations.NullMarked;
