package campaignbot.slack;

/**
 * What stands around a form, in one language.
 *
 * @param fillIn the button that opens it, at most 75 characters
 * @param send the button that sends it, at most 24
 * @param cancel the button that closes it, at most 24
 * @param tooLong what is said of a field that holds more than it may
 * @param read who may read messages, which stands beside the button: it is asked where somebody lives there
 */
public record SlackWords(String fillIn, String send, String cancel, String tooLong, String read) {}
