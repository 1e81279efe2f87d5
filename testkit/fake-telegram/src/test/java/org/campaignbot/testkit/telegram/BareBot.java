package org.campaignbot.testkit.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The least of a bot: calls methods over HTTP and tells what was answered. */
final class BareBot {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    BareBot(FakeBotApi api) {
        this(api, api.token());
    }

    BareBot(FakeBotApi api, String token) {
        address = api.url() + "/bot" + token + "/";
    }

    /** An answer of the server. */
    record Reply(int status, String text) {

        JsonNode body() {
            return Json.read(text);
        }

        JsonNode result() {
            return body().path("result");
        }

        String description() {
            return body().path("description").asString("");
        }

        long messageId() {
            return result().path("message_id").asLong(0);
        }
    }

    Reply call(String method, ObjectNode parameters) throws IOException, InterruptedException {
        return call(method, parameters.toString());
    }

    Reply call(String method, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + method))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    /** Sends a text with Telegram's HTML. */
    Reply html(long chat, String html) throws IOException, InterruptedException {
        return call("sendMessage", message(chat, html).put("parse_mode", "HTML"));
    }

    /** Sends a text as it is. */
    Reply plain(long chat, String text) throws IOException, InterruptedException {
        return call("sendMessage", message(chat, text));
    }

    /** Sends a text with a reply markup, written as JSON. */
    Reply withMarkup(long chat, String markup) throws IOException, InterruptedException {
        ObjectNode message = message(chat, "Which?");
        message.set("reply_markup", Json.read(markup));
        return call("sendMessage", message);
    }

    static ObjectNode message(long chat, String text) {
        return Json.object().put("chat_id", chat).put("text", text);
    }
}
