/** Sends messages to Slack. */
@NullMarked
package org.campaignbot.slack.send;

import org.jspecify.annotations.NullMarked;
