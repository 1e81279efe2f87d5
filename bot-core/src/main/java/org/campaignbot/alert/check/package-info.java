/**
 * Checks of a draft before anyone may approve it; each finding says how to fix it. Checks are pure: the pack, the settings, the directory
 * and the time are passed in.
 */
@NullMarked
package org.campaignbot.alert.check;

import org.jspecify.annotations.NullMarked;
