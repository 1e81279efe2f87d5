/**
 * Stores what must outlive the process, in one SQLite file or in PostgreSQL: one class per port, all reached through
 * {@link campaignbot.storage.Database}. Rows identify people only by ciphertext and keyed hash, and never contain what a person
 * said.
 */
@NullMarked
package campaignbot.storage;

import org.jspecify.annotations.NullMarked;
