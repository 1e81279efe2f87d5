/**
 * Times in words, in English and Spanish: one scan of what people type, read kindly for their own reminders and strictly for what
 * others are sent.
 */
@NullMarked
package org.campaignbot.times;

import org.jspecify.annotations.NullMarked;
