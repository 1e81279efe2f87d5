/**
 * Author's text, parsed once: a small Markdown with values in braces.
 * Values are set aside before the markup is read, so a value can stand beside any mark and never becomes one.
 */
@NullMarked
package campaignbot.content.text;

import org.jspecify.annotations.NullMarked;
