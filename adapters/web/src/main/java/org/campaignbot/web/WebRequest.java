package org.campaignbot.web;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request.
 *
 * @param path the path as it was sent; none of ours has an escape in it
 * @param query what follows the question mark, or null
 * @param header looks up a header; null if the request has none of that name
 * @param client the client, for limits only; null if it isn't known
 * @param secure whether the browser speaks https, maybe to a trusted proxy
 */
public record WebRequest(
        String method,
        String path,
        @Nullable String query,
        UnaryOperator<@Nullable String> header,
        @Nullable String client,
        boolean secure) {

    /** A header, or an empty text. */
    public String headerOrEmpty(String name) {
        String value = header.apply(name);
        return value == null ? "" : value;
    }

    /** Whether a browser says that another site made it send this. */
    public boolean isFromElsewhere() {
        String site = headerOrEmpty("Sec-Fetch-Site");
        return !site.isEmpty() && !site.equals("same-origin") && !site.equals("none");
    }

    /** The value of a cookie, or an empty text. */
    public String cookie(String name) {
        for (String each : headerOrEmpty("Cookie").split(";", -1)) {
            String pair = each.strip();
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
