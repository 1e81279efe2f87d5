/**
 * Reminders in words: what a person may say for a time, in English and Spanish, and in which time zone it is meant.
 * These are Java steps that packs call; what is set goes out as the effect {@code remind}, and nothing here keeps or sends it.
 */
@NullMarked
package org.campaignbot.reminders;

import org.jspecify.annotations.NullMarked;
