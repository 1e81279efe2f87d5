/**
 * Lawmakers, seats, districts, ZIP codes and boundaries: an immutable index that answers who represents a person. The result is
 * an exact answer or a question, never a silent guess.
 */
@NullMarked
package org.campaignbot.directory;

import org.jspecify.annotations.NullMarked;
