/**
 * Organizers: their roles, the one-time codes that give roles, and the people the bot no longer answers. A person is known here
 * only by a keyed hash, wherever they sign in; the person who runs the server is trusted with all of it.
 */
@NullMarked
package org.campaignbot.organizers;

import org.jspecify.annotations.NullMarked;
