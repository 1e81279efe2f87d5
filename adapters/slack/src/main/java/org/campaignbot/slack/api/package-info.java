/** Calls of Slack's Web API, and what became of each. */
@NullMarked
package org.campaignbot.slack.api;

import org.jspecify.annotations.NullMarked;
