/** Organizers, blocks, settings, call parties, wrong numbers, the tally and installed workspaces. */
@NullMarked
package org.campaignbot.storage.organizing;

import org.jspecify.annotations.NullMarked;
