package org.campaignbot.testkit.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An app without any library: it calls the Web API with a token. */
final class BareApp {

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeSlack slack;
    private final String token;

    /** What came back. */
    record Reply(int status, String text, String retryAfter) {

        JsonNode body() {
            return Json.read(text);
        }

        boolean isOk() {
            return body().path("ok").asBoolean(false);
        }

        String error() {
            return body().path("error").asString("");
        }

        List<String> problems() {
            return body().path("response_metadata")
                    .path("messages")
                    .valueStream()
                    .map(each -> each.asString(""))
                    .toList();
        }

        String ts() {
            return body().path("ts").asString("");
        }
    }

    BareApp(FakeSlack slack, String token) {
        this.slack = slack;
        this.token = token;
    }

    Reply call(String method, ObjectNode parameters) throws IOException, InterruptedException {
        return post(slack.apiUrl() + method, "application/json; charset=utf-8", parameters.toString());
    }

    Reply form(String method, String form) throws IOException, InterruptedException {
        return post(slack.apiUrl() + method, "application/x-www-form-urlencoded", form);
    }

    Reply respond(String responseUrl, ObjectNode message) throws IOException, InterruptedException {
        return post(responseUrl, "application/json", message.toString());
    }

    Reply post(String url, String type, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After").orElse(""));
    }

    Reply says(String channel, String text) throws IOException, InterruptedException {
        return call("chat.postMessage", message(channel, text));
    }

    /** A message with one row of buttons. */
    Reply asks(String channel, String text, String... labels) throws IOException, InterruptedException {
        return call("chat.postMessage", withButtons(channel, text, labels));
    }

    /** A message with blocks, written as JSON. */
    Reply withBlocks(String channel, String blocks) throws IOException, InterruptedException {
        ObjectNode message = message(channel, "text");
        message.set("blocks", Json.read(blocks));
        return call("chat.postMessage", message);
    }

    static ObjectNode message(String channel, String text) {
        return Json.object().put("channel", channel).put("text", text);
    }

    static ObjectNode withButtons(String channel, String text, String... labels) {
        ObjectNode message = message(channel, text);
        message.set("blocks", blocks(text, labels));
        return message;
    }

    static ArrayNode blocks(String text, String... labels) {
        ArrayNode blocks = Json.array();
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", text);
        if (labels.length > 0) {
            ArrayNode elements = blocks.addObject()
                    .put("type", "actions")
                    .put("block_id", "row")
                    .putArray("elements");
            for (String label : labels) {
                ObjectNode button = elements.addObject().put("type", "button");
                button.putObject("text").put("type", "plain_text").put("text", label);
                button.put("action_id", "act-" + label).put("value", "v-" + label);
            }
        }
        return blocks;
    }
}
