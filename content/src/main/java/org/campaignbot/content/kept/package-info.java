/** What was made from a campaign's files and is kept for the next start: the compiled pack, and what was learned from examples. */
@NullMarked
package org.campaignbot.content.kept;

import org.jspecify.annotations.NullMarked;
