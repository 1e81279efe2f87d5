/**
 * What a reader of an alert gets, and what happens when they press its button. A message is built once for each kind of reader,
 * so a hundred thousand cost no more than one.
 */
@NullMarked
package org.campaignbot.alert.reader;

import org.jspecify.annotations.NullMarked;
