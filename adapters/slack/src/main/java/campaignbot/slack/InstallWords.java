package campaignbot.slack;

/**
 * What a page says to the person who installs the bot.
 *
 * @param done that it is installed
 * @param failed that it is not, and what to do
 */
public record InstallWords(String done, String failed) {}
