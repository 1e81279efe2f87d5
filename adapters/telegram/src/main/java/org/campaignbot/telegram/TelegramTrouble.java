package org.campaignbot.telegram;

import org.campaignbot.platform.Trouble;

/** Problems that only a person can fix. */
public enum TelegramTrouble implements Trouble {
    /** Telegram doesn't know the token. */
    TOKEN_REFUSED(
            "Telegram refuses the token.",
            "Compare TELEGRAM_TOKEN with what @BotFather shows for this bot, and check TELEGRAM_API_URL where it is set."),
    /** Another process polls for the same bot's updates. */
    ANOTHER_POLLER(
            "Another process asks Telegram for the updates of this bot.",
            "Stop the other one, or give it a bot of its own: one token serves one polling process."),
    /** Updates go to a webhook, so polling gets none. */
    WEBHOOK_IS_SET(
            "A webhook is set for this bot, so polling gets nothing.",
            "Use TELEGRAM_MODE=webhook, or end it by ./bot webhook --remove if no other process lives from it."),
    /** No connection can be made, for example because names aren't resolved or certificates aren't trusted. */
    UNREACHABLE(
            "Telegram can't be reached, so nothing arrives or leaves.",
            "Look at this machine's network, its name server (DNS), its certificates (TLS) and TELEGRAM_API_URL where it is set;"
                    + " the bot keeps trying."),
    /** Arriving updates couldn't be committed. */
    INTAKE_FAILS(
            "What arrives cannot be stored; it stays with Telegram and is asked for again.",
            "Look at the database: nothing is lost for 24 hours.");

    private final String finding;
    private final String fix;

    TelegramTrouble(String finding, String fix) {
        this.finding = finding;
        this.fix = fix;
    }

    @Override
    public String finding() {
        return finding;
    }

    @Override
    public String fix() {
        return fix;
    }
}
