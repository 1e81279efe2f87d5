/**
 * Who is spoken with, and where.
 * Identifiers are opaque words of a platform; nothing here says who a person is.
 */
@NullMarked
package campaignbot.people;

import org.jspecify.annotations.NullMarked;
