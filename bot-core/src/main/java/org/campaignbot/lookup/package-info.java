/**
 * Connects the directory of lawmakers to conversations: steps that find a person's home district, and rows for words. What a
 * person typed is read once and dropped; only a state or district is passed on to be kept.
 */
@NullMarked
package org.campaignbot.lookup;

import org.jspecify.annotations.NullMarked;
