/**
 * The compiled form of a campaign pack: flows of named steps with their words in every language. Everything here is immutable
 * data that the engine walks; the content module reads and checks the authors' files.
 */
@NullMarked
package org.campaignbot.flow;

import org.jspecify.annotations.NullMarked;
