/**
 * Authors' texts, parsed once: a small Markdown with values in braces. Values are replaced before the markup is parsed, so a
 * value can be next to any mark and never becomes one.
 */
@NullMarked
package org.campaignbot.content.text;

import org.jspecify.annotations.NullMarked;
