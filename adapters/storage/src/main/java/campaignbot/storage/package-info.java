/**
 * What must outlive the process, in one SQLite file or in PostgreSQL: one class a port, all of them reached through
 * {@link campaignbot.storage.Database}.
 * Who somebody is stands in a row only as ciphertext and as a keyed hash, and what a person said stands nowhere.
 */
@NullMarked
package campaignbot.storage;

import org.jspecify.annotations.NullMarked;
