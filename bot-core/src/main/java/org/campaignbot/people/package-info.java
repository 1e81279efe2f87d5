/**
 * The people the bot talks to, and where. Identifiers are opaque strings from a platform; nothing here says who a person is.
 */
@NullMarked
package org.campaignbot.people;

import org.jspecify.annotations.NullMarked;
