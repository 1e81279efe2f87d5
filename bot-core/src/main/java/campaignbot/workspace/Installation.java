package campaignbot.workspace;

/**
 * The bot in a workspace.
 *
 * @param workspace the platform's id of it, as addresses have it for their account
 * @param botToken with which the bot may write there; never shown, and kept as ciphertext
 * @param botUser the platform's id of the bot as a user of the workspace
 */
public record Installation(String workspace, String botToken, String botUser) {

    @Override
    public String toString() {
        return "Installation[of a workspace]";
    }
}
