/**
 * The command line and the wiring: which parts make up a running bot.
 * Nothing here decides what the bot says; it reads settings, connects the parts and reports what is wrong in words.
 */
@NullMarked
package org.campaignbot.app;

import org.jspecify.annotations.NullMarked;
