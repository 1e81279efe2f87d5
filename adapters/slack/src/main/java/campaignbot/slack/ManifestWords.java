package campaignbot.slack;

/**
 * What Slack shows of the app before it has said a word.
 *
 * @param name what it is called, at most 35 characters
 * @param description what it does, at most 140 characters
 * @param command what the command does, in a few words
 * @param usage what may stand behind the command, as {@code help, menu, stop or your own words}
 */
public record ManifestWords(String name, String description, String command, String usage) {}
