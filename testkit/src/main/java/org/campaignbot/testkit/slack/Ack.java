package org.campaignbot.testkit.slack;

import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;

/**
 * How an attempt to deliver something ended.
 *
 * @param failure in Slack's words why it was not taken, such as {@code http_timeout}; nothing where it was
 * @param status the HTTP status; 200 for an acknowledgement over a socket, 0 where none came
 * @param contentType what the body is declared as
 * @param body what the app said with it
 * @param noRetry whether the app asked not to be sent it again
 */
record Ack(String failure, int status, String contentType, String body, boolean noRetry) {

    static Ack failed(String failure) {
        return new Ack(failure, 0, "", "", false);
    }

    boolean isTaken() {
        return failure.isEmpty();
    }

    boolean isEmpty() {
        return body.isBlank();
    }

    JsonNode json() {
        return Json.read(body);
    }
}
