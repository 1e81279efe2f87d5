/**
 * Holds the fake of Slack to what Slack documents: each rule has a test that breaks it.
 * The tests play the app over plain HTTP and a plain socket, without any library for Slack.
 */
@NullMarked
package org.campaignbot.testkit.slack;

import org.jspecify.annotations.NullMarked;
