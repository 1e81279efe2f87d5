/**
 * The server: one process that takes updates from every platform, answers them, and stores what it must.
 * It connects the parts and decides nothing of what the bot says; each part reports its failures in words.
 */
@NullMarked
package org.campaignbot.app.serve;

import org.jspecify.annotations.NullMarked;
