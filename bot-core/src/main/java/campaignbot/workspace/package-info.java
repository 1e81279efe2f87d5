/**
 * The workspaces of a platform that have installed the bot, each with a token of its own.
 * Nothing here calls the platform: its adapter does, and storage keeps what it is told.
 */
@NullMarked
package campaignbot.workspace;

import org.jspecify.annotations.NullMarked;
