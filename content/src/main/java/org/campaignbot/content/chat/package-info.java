/**
 * Transcripts: conversations that organizers can read, which the build replays and compares word by word. They run against the
 * real engine and update processor over stores in memory, with every saved state written and read back.
 */
@NullMarked
package org.campaignbot.content.chat;

import org.jspecify.annotations.NullMarked;
