/** What people see in Slack: blocks, buttons, forms and text. */
@NullMarked
package org.campaignbot.slack.blocks;

import org.jspecify.annotations.NullMarked;
