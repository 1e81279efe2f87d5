package org.campaignbot.testkit.slack;

import java.util.List;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Web API's answer to a call.
 *
 * @param status the HTTP status: 200 also for errors, 429 if the app must wait
 * @param body the JSON
 * @param retryAfter the seconds to wait with a 429, or 0
 */
record Answer(int status, ObjectNode body, int retryAfter) {

    static Answer ok() {
        return ok(Json.object());
    }

    static Answer ok(ObjectNode fields) {
        ObjectNode body = Json.object().put("ok", true);
        body.setAll(fields);
        return new Answer(200, body, 0);
    }

    static Answer refused(String error) {
        return new Answer(200, Json.object().put("ok", false).put("error", error), 0);
    }

    /** An error that names the invalid places. */
    static Answer refused(String error, List<String> problems) {
        Answer answer = refused(error);
        ArrayNode errors = answer.body.putArray("errors");
        ArrayNode messages = answer.body.putObject("response_metadata").putArray("messages");
        problems.forEach(each -> {
            errors.add(each);
            messages.add("[ERROR] " + each);
        });
        return answer;
    }

    static Answer missingScope(String needed, String provided) {
        Answer answer = refused("missing_scope");
        answer.body.put("needed", needed).put("provided", provided);
        return answer;
    }

    static Answer limited(int seconds, String word) {
        return new Answer(429, Json.object().put("ok", false).put("error", word), seconds);
    }

    boolean isOk() {
        return body.path("ok").asBoolean(false);
    }

    /** The error, or empty. */
    String error() {
        return body.path("error").asString("");
    }
}
