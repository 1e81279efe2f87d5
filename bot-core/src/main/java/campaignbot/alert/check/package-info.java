/**
 * What is wrong with a draft before anybody may approve it, each finding with its mend.
 * Checks are pure: the pack, the settings, the directory and the moment are given.
 */
@NullMarked
package campaignbot.alert.check;

import org.jspecify.annotations.NullMarked;
