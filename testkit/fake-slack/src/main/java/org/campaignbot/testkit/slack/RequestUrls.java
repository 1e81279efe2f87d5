package org.campaignbot.testkit.slack;

/**
 * The app's addresses for deliveries over HTTP, as on its settings page.
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
