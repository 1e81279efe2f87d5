/**
 * Makes the map of a new Congress of the Census Bureau's files: a table of ZIP codes and boundaries, in the form in which the bot reads
 * them.
 */
@NullMarked
package org.campaignbot.content.maps;

import org.jspecify.annotations.NullMarked;
