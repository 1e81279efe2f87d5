/**
 * What the bot says, independent of platforms: rich text, choices, forms and who may see them. A
 * {@link org.campaignbot.message.Surface} describes what a platform can show, and {@link org.campaignbot.message.Fit} makes a message fit
 * it.
 */
@NullMarked
package org.campaignbot.message;

import org.jspecify.annotations.NullMarked;
