package org.campaignbot.testkit.slack;

import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;

/**
 * The result of one delivery attempt.
 *
 * @param failure why it failed, in Slack's words such as {@code http_timeout}; empty if it succeeded
 * @param status the HTTP status; 200 for an acknowledgement over a socket, 0 where none came
 * @param contentType the declared content type of the body
 * @param body the app's response
 * @param noRetry whether the app asked for no retry
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
