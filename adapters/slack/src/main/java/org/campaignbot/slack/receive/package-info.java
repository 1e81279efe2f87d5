/** Reads what Slack delivers, over HTTP and Socket Mode, and turns it into updates. */
@NullMarked
package org.campaignbot.slack.receive;

import org.jspecify.annotations.NullMarked;
