package org.campaignbot.testkit.crash;

/**
 * A message sent to a chat, or an edit shown in it.
 *
 * @param text what a reader sees
 * @param nanos when, by {@link System#nanoTime}
 */
public record Said(String text, long nanos) {}
