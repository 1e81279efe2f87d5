/**
 * A strict fake of Slack, written only from its documentation: the Web API, signed deliveries over HTTP, Socket Mode and
 * installation. It knows nothing of the bot; tests and load runs talk to the bot through it and see in it what each person would
 * have seen.
 */
@NullMarked
package org.campaignbot.testkit.slack;

import org.jspecify.annotations.NullMarked;
