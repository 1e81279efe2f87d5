/**
 * Ports that live in memory and ship: the chat in a terminal, transcripts and a single server use them. They keep the same contracts
 * as those on disk, and what they know is gone when the process ends.
 *
 * <p>The ports in memory that only tests use are in the test sources, in a package of the same name.
 */
@NullMarked
package org.campaignbot.memory;

import org.jspecify.annotations.NullMarked;
