/** Connections, transactions, and what SQLite and PostgreSQL say differently. */
@NullMarked
package org.campaignbot.storage.sql;

import org.jspecify.annotations.NullMarked;
