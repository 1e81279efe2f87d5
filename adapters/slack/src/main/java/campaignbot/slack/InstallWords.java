package campaignbot.slack;

/**
 * What is said around the installation, plain and in as many languages as the reader may need.
 *
 * @param done that it is installed
 * @param failed that it is not, and what to do
 * @param absent what people are told in a workspace where the bot is not installed, or not any more
 */
public record InstallWords(String done, String failed, String absent) {}
