/**
 * Lawmakers, seats, districts, ZIP codes and boundaries: an immutable index that answers who represents a person.
 * An answer is exact or a question; it is never a silent guess.
 */
@NullMarked
package campaignbot.directory;

import org.jspecify.annotations.NullMarked;
