package org.campaignbot.slack.blocks;

/**
 * The words shown during installation, plain and in as many languages as the reader may need.
 *
 * @param done says that it's installed
 * @param failed says that it isn't, and what to do
 * @param absent what people are told in a workspace where the bot isn't installed, or no longer is
 */
public record InstallWords(String done, String failed, String absent) {}
