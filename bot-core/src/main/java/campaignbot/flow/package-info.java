/**
 * The compiled form of a campaign pack: flows of named steps with their words in every language.
 * Everything here is immutable data that the engine walks; reading and checking the authors' files is the content module's work.
 */
@NullMarked
package campaignbot.flow;

import org.jspecify.annotations.NullMarked;
