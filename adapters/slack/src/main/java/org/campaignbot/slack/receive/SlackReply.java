package org.campaignbot.slack.receive;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param contentType the body's type; null if it's empty
 * @param body the body, to be written in UTF-8; null if it's empty
 * @param headers other headers to set
 */
public record SlackReply(
        int status, @Nullable String contentType, @Nullable String body, Map<String, String> headers) {

    static final SlackReply OK = status(200);

    public SlackReply {
        headers = Map.copyOf(headers);
    }

    public static SlackReply status(int status) {
        return new SlackReply(status, null, null, Map.of());
    }

    static SlackReply json(String json) {
        return new SlackReply(200, "application/json; charset=utf-8", json, Map.of());
    }

    static SlackReply text(String text) {
        return new SlackReply(200, "text/plain; charset=utf-8", text, Map.of());
    }
}
