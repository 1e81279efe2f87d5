package campaignbot.telegram;

/**
 * Who the bot is on Telegram.
 *
 * @param id its number
 * @param username its user name, without the @
 * @param readsGroups whether it is sent everything that is said in its groups, because privacy mode is off
 */
public record BotAccount(String id, String username, boolean readsGroups) {

    /** What a link into this bot begins with. */
    public String deepLinks() {
        return "https://t.me/" + username + "?start=";
    }
}
