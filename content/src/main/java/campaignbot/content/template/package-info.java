/**
 * The example that a new campaign begins as.
 * Its files lie among the resources of this package, with words in capitals where a campaign's own go.
 */
@NullMarked
package campaignbot.content.template;

import org.jspecify.annotations.NullMarked;
