/**
 * The acknowledgement run: how soon the bot commits Slack's deliveries and acknowledges them, next to a handler that stores
 * nothing. One driver plays Slack for both in the same run: it signs deliveries, and accepts what the bot sends in the meantime.
 */
@NullMarked
package org.campaignbot.benchmarks.acknowledgement;

import org.jspecify.annotations.NullMarked;
