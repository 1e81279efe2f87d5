/**
 * The operator's commands beside the server: health checks, backups, organizers, blocks, alerts, the webhook, Slack's manifest.
 * Commands that work on the database also work while a server runs on it; the server picks up changes in seconds.
 */
@NullMarked
package org.campaignbot.app.cli;

import org.jspecify.annotations.NullMarked;
