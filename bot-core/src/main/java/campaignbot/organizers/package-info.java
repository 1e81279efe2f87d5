/**
 * Who may organize: roles, the one-time codes that give them, and whom the bot answers no more.
 * A person is known here by a keyed hash alone, wherever they sign in; whoever runs the server is trusted with all of it.
 */
@NullMarked
package campaignbot.organizers;

import org.jspecify.annotations.NullMarked;
