/**
 * What a reader of an alert gets, and what becomes of it when they press its button.
 * A message is made once for each kind of reader, so that a hundred thousand cost no more than one.
 */
@NullMarked
package org.campaignbot.alert.reader;

import org.jspecify.annotations.NullMarked;
