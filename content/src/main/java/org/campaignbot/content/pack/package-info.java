/**
 * Reads the folders of a campaign into the compiled pack that the engine walks. The engine can walk any pack from here: every
 * name in it exists, and every translation and lifetime is known.
 */
@NullMarked
package org.campaignbot.content.pack;

import org.jspecify.annotations.NullMarked;
