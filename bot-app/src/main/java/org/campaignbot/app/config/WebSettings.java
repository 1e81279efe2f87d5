package org.campaignbot.app.config;

/**
 * What is served on the web.
 *
 * @param pages the public pages
 * @param chat the chat on them
 * @param api the look-up of lawmakers for programs
 * @param embed the ask for a frame on other sites
 * @param rest alerts, counts and reports for programs with a token
 */
public record WebSettings(boolean pages, boolean chat, boolean api, boolean embed, boolean rest) {

    /** The variable for the public pages. */
    public static final String WEB = "WEB";

    /** Nothing. */
    public static final WebSettings OFF = new WebSettings(false, false, false, false, false);

    /** All of it. */
    public static final WebSettings ON = new WebSettings(true, true, true, true, true);
}
