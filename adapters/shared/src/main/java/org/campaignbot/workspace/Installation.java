package org.campaignbot.workspace;

/**
 * The bot in a workspace.
 *
 * @param workspace the platform's id for it, used as the account in addresses
 * @param botToken lets the bot write there; never shown, and stored as ciphertext
 * @param botUser the platform's id for the bot as a user of the workspace
 */
public record Installation(String workspace, String botToken, String botUser) {

    @Override
    public String toString() {
        return "Installation[of a workspace]";
    }
}
