/**
 * The kit for a visit to a lawmaker's office: which offices there are, and what the tables say about the chosen one. Distances
 * are from the middle of a district, because nothing closer to where a person lives is kept.
 */
@NullMarked
package org.campaignbot.visits;

import org.jspecify.annotations.NullMarked;
