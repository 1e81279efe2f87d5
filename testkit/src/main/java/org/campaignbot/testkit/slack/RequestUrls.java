package org.campaignbot.testkit.slack;

/**
 * Where the app takes deliveries over HTTP, as its settings page has them.
 *
 * @param events the request URL of event subscriptions
 * @param commands the request URL of the slash commands
 * @param interactivity the request URL of interactivity
 */
public record RequestUrls(String events, String commands, String interactivity) {

    /** One address for everything. */
    public static RequestUrls all(String url) {
        return new RequestUrls(url, url, url);
    }
}
