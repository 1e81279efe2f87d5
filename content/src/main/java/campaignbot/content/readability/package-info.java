/**
 * How easily a text is read: its sentences, its words, their syllables, and the grade by a published formula.
 * It knows texts alone; which texts of a pack are judged, and how strictly, is a matter of the checks.
 */
@NullMarked
package campaignbot.content.readability;

import org.jspecify.annotations.NullMarked;
