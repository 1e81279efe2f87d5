/**
 * What the bot says, independent of platforms: rich text, choices, forms and who may see them. A
 * {@link campaignbot.message.Surface} describes what a platform can show, and {@link campaignbot.message.Fit} makes a message fit
 * it.
 */
@NullMarked
package campaignbot.message;

import org.jspecify.annotations.NullMarked;
