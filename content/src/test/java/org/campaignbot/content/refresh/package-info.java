/** Proves that tables are renewed as their sources say, or not at all. */
@org.jspecify.annotations.NullMarked
package org.campaignbot.content.refresh;
