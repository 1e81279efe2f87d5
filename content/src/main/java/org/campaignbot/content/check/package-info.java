/**
 * Checks what a compiled pack promises: every step reachable, the menu always within reach, every answer understood. The reader
 * makes sure that a pack can be walked; these checks make sure that walking it leads somewhere.
 */
@NullMarked
package org.campaignbot.content.check;

import org.jspecify.annotations.NullMarked;
