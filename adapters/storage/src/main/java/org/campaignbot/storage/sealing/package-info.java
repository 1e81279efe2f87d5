/** The database's key, and what is made with it: ciphertexts and keyed hashes. */
@NullMarked
package org.campaignbot.storage.sealing;

import org.jspecify.annotations.NullMarked;
