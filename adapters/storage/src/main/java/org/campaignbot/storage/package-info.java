/**
 * Stores what must outlive the process, in one SQLite file or in PostgreSQL: one class per port, all reached through
 * {@link org.campaignbot.storage.Database}. Rows identify people only by ciphertext and keyed hash, and never contain what a person
 * said.
 */
@NullMarked
package org.campaignbot.storage;

import org.jspecify.annotations.NullMarked;
