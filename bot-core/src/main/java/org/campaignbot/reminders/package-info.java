/**
 * Reminders in words: what people may say for a time, in English and Spanish, and in which time zone it's meant. These are Java
 * steps that packs call; a reminder leaves as the effect {@code remind}, and nothing here stores or sends it.
 */
@NullMarked
package org.campaignbot.reminders;

import org.jspecify.annotations.NullMarked;
