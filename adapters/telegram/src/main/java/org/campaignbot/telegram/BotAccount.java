package org.campaignbot.telegram;

/**
 * The bot's account on Telegram.
 *
 * @param id its number
 * @param username its user name, without the @
 * @param readsGroups whether it receives everything said in its groups, because privacy mode is off
 */
public record BotAccount(String id, String username, boolean readsGroups) {

    /** The start of every link into this bot. */
    public String deepLinks() {
        return "https://t.me/" + username + "?start=";
    }
}
