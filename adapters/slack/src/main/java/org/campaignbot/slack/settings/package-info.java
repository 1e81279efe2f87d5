/** The settings of the Slack bot. */
@NullMarked
package org.campaignbot.slack.settings;

import org.jspecify.annotations.NullMarked;
