/**
 * The server: one process that takes what arrives on every platform, answers it, and keeps what has to be kept.
 * It joins the parts and decides nothing of what the bot says; each part tells in words what goes wrong with it.
 */
@NullMarked
package org.campaignbot.app.serve;

import org.jspecify.annotations.NullMarked;
