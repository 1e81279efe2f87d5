package org.campaignbot.slack.blocks;

/**
 * The words around a form, in one language.
 *
 * @param fillIn the button that opens it, at most 75 characters
 * @param send the button that submits it, at most 24
 * @param cancel the button that closes it, at most 24
 * @param tooLong the error for a field that is too long
 * @param read who may read messages, shown beside the button: people are asked where they live there
 */
public record SlackWords(String fillIn, String send, String cancel, String tooLong, String read) {

    /**
     * The words shown during installation, plain and in as many languages as the reader may need.
     *
     * @param done says that it's installed
     * @param failed says that it isn't, and what to do
     * @param absent what people are told in a workspace where the bot isn't installed, or no longer is
     */
    public record InstallWords(String done, String failed, String absent) {}

    /**
     * What Slack shows about the app before it has said a word.
     *
     * @param name the app's name, at most 35 characters
     * @param description what it does, at most 140 characters
     * @param command what the command does, in a few words
     * @param usage what may follow the command, such as {@code help, menu, stop or your own words}
     */
    public record ManifestWords(String name, String description, String command, String usage) {}
}
