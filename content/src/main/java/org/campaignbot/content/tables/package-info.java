/**
 * Reads the folder of fact tables into a {@link org.campaignbot.directory.Directory}, fast enough to start a chat. The tables are
 * made by people and may have errors: every reader here reports problems with their place and goes on.
 */
@NullMarked
package org.campaignbot.content.tables;

import org.jspecify.annotations.NullMarked;
