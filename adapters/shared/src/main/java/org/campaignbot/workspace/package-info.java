/**
 * The workspaces of a platform that have installed the bot, each with its own token. Nothing here calls the platform: its adapter
 * does, and the storage module stores the result.
 */
@NullMarked
package org.campaignbot.workspace;

import org.jspecify.annotations.NullMarked;
