package org.campaignbot.slack.api;

import org.campaignbot.platform.Trouble;

/** Problems that only a person can fix. */
public enum SlackTrouble implements Trouble {
    /** Slack refuses the bot's token. */
    TOKEN_REFUSED(
            "Slack refuses the bot's token.",
            "Compare SLACK_BOT_TOKEN with \"OAuth & Permissions\" of the app, and check SLACK_API_URL where it is set."),
    /** The bot lacks a permission that it needs. */
    SCOPE_MISSING(
            "Slack says that the bot lacks a permission.",
            "Add the scopes that ./bot slack manifest lists, and install the app into the workspace again."),
    /** People can't write to the bot. */
    MESSAGES_TAB_OFF(
            "The app's Messages tab is off, so the bot can't write to anybody.",
            "Turn it on under \"App Home\", and allow people to send messages there."),
    /** There's no Home tab to show. */
    HOME_TAB_OFF("The app's Home tab is off.", "Turn it on under \"App Home\"."),
    /** Slack opens no Socket Mode connection. */
    SOCKET_REFUSED(
            "Slack opens no connection for Socket Mode.",
            "Compare SLACK_APP_TOKEN with \"Basic Information\" of the app (scope connections:write), and turn Socket Mode on."),
    /** Arriving updates couldn't be committed. */
    INTAKE_FAILS(
            "What arrives cannot be stored.",
            "Look at the database: Slack delivers an event three times more, the last time after five minutes.");

    private final String finding;
    private final String fix;

    SlackTrouble(String finding, String fix) {
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
