/**
 * The acknowledgement run: how soon the bot has committed what Slack delivers and says so, beside a handler that keeps nothing.
 * One driver plays Slack for both in the same run: it signs what it delivers, and takes what the bot sends in the meantime.
 */
@NullMarked
package org.campaignbot.benchmarks.acknowledgement;

import org.jspecify.annotations.NullMarked;
