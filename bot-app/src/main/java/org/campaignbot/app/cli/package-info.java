/**
 * What whoever runs the bot does beside it: looking how it is, backups, organizers and blocks, alerts, the webhook and Slack's manifest.
 * What works on the database does so also while a server runs on it, which takes up a change in seconds.
 */
@NullMarked
package org.campaignbot.app.cli;

import org.jspecify.annotations.NullMarked;
