/**
 * The letter coach: a person's own words to a lawmaker, put together part by part and held in memory for at most 30 minutes.
 * Nothing of a letter reaches the saved state, an effect or a stored message, and nothing is sent in anyone's name.
 */
@NullMarked
package org.campaignbot.letters;

import org.jspecify.annotations.NullMarked;
