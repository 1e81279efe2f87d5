/**
 * The commands beside the server: chats, checks of a campaign and its tables, and the operator's: health, backups, organizers,
 * settings, alerts.
 * Commands that work on the database also work while a server runs on it; the server picks up changes in seconds.
 */
@NullMarked
package org.campaignbot.app.cli;

import org.jspecify.annotations.NullMarked;
