/**
 * Reads free text by the words that a pack itself holds.
 * It is deterministic: the same words mean the same, whoever writes them and whenever.
 */
@NullMarked
package campaignbot.content.understanding;

import org.jspecify.annotations.NullMarked;
