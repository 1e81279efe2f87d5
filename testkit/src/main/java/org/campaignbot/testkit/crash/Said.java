package org.campaignbot.testkit.crash;

/**
 * A message that a chat was sent, or an edit that it was shown.
 *
 * @param text what a reader sees
 * @param nanos when, by {@link System#nanoTime}
 */
public record Said(String text, long nanos) {}
