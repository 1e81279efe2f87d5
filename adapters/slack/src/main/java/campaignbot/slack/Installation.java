package campaignbot.slack;

/**
 * The bot in a workspace.
 *
 * @param team the workspace
 * @param botToken what it may be written to with; never shown
 * @param botUser the bot as a user of the workspace
 */
public record Installation(String team, String botToken, String botUser) {
    @Override
    public String toString() {
        return "Installation[of one workspace]";
    }
}
