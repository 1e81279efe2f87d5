/**
 * How easy a text is to read: its sentences, words and syllables, and its grade by a published formula. It knows only texts;
 * the checks decide which texts of a pack are judged, and how strictly.
 */
@NullMarked
package org.campaignbot.content.readability;

import org.jspecify.annotations.NullMarked;
