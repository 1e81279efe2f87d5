/** The workspaces that installed the app, their people, channels and addresses. */
@NullMarked
package org.campaignbot.slack.workspace;

import org.jspecify.annotations.NullMarked;
