package org.campaignbot.app.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is served on the web.
 *
 * @param pages the public pages
 * @param chat the chat on them
 * @param api the look-up of lawmakers for programs
 * @param embed the ask for a frame on other sites
 * @param rest alerts, counts and reports for programs with a token
 * @param console where organizers' browsers reach the console; null if there is none
 */
public record WebSettings(
        boolean pages,
        boolean chat,
        boolean api,
        boolean embed,
        boolean rest,
        @Nullable URI console) {

    /** The variable for the public pages. */
    public static final String WEB = "WEB";

    /** The variable for the organizers' console. */
    public static final String CONSOLE = "WEB_CONSOLE";

    /** The variable for the console's address on the Internet. */
    public static final String CONSOLE_URL = "WEB_CONSOLE_URL";

    /** Nothing. */
    public static final WebSettings OFF = new WebSettings(false, false, false, false, false, null);

    /** All that is public, and no console. */
    public static final WebSettings ON = new WebSettings(true, true, true, true, true, null);

    /** Whether anything is served. */
    public boolean isOn() {
        return pages || console != null;
    }
}
