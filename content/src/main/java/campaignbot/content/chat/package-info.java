/**
 * Transcripts: conversations written down as organizers read them, which the build holds again and compares word by word.
 * They are run against the real engine and reception over stores in memory, with every saved state written and read back.
 */
@NullMarked
package campaignbot.content.chat;

import org.jspecify.annotations.NullMarked;
