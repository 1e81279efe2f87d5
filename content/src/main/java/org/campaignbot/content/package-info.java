/**
 * The campaign packs and fact tables that organizers write, read and checked. An error in them is a
 * {@link org.campaignbot.content.Problem} with its place in the file, never an exception.
 */
@NullMarked
package org.campaignbot.content;

import org.jspecify.annotations.NullMarked;
