/**
 * The example that a new campaign starts from. Its files are among the resources of this package, with placeholders in capitals
 * for a campaign's own words.
 */
@NullMarked
package org.campaignbot.content.template;

import org.jspecify.annotations.NullMarked;
