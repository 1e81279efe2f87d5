package org.campaignbot.slack.blocks;

/**
 * What Slack shows about the app before it has said a word.
 *
 * @param name the app's name, at most 35 characters
 * @param description what it does, at most 140 characters
 * @param command what the command does, in a few words
 * @param usage what may follow the command, such as {@code help, menu, stop or your own words}
 */
public record ManifestWords(String name, String description, String command, String usage) {}
