/**
 * Reads the folders of a campaign into the compiled pack that the engine walks.
 * A pack that comes out of here can be walked: every name in it exists, and every translation and every lifetime is known.
 */
@NullMarked
package campaignbot.content.pack;

import org.jspecify.annotations.NullMarked;
