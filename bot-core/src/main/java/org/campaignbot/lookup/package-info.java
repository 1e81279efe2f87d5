/**
 * The directory of lawmakers in the terms of a conversation: steps that find a person's home district, and rows that words can name.
 * What a person typed is read once and dropped; only a state or district is handed on to be kept.
 */
@NullMarked
package org.campaignbot.lookup;

import org.jspecify.annotations.NullMarked;
