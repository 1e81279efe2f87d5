package org.campaignbot.benchmarks.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A call of a bot, with the parts that the load run needs.
 *
 * @param method the method in lowercase, because clients spell it differently
 * @param chat the chat it's about, or 0
 * @param message the message it edits, or 0
 * @param buttons the callback data of its inline buttons, by label
 * @param url the address a webhook is set to, or null
 * @param secret the secret a webhook wants, or null
 * @param timeout how many seconds a question for updates may wait
 */
record BotApiCall(
        String method,
        long chat,
        long message,
        Map<String, String> buttons,
        @Nullable String url,
        @Nullable String secret,
        int timeout) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Whether it shows a person something new. */
    boolean shows() {
        return method.equals("sendmessage") || method.equals("editmessagetext");
    }

    /** Parses a call; a body that isn't a JSON object is parsed as far as possible. */
    static BotApiCall read(String method, byte[] body) {
        long chat = 0;
        long message = 0;
        String url = null;
        String secret = null;
        int timeout = 0;
        Map<String, String> buttons = Map.of();
        if (body.length > 0) {
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
                int depth = 0;
                String label = null;
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token.isStructStart()) {
                        depth++;
                    } else if (token.isStructEnd()) {
                        depth--;
                    } else if (token.isScalarValue() && parser.currentName() != null) {
                        String name = parser.currentName();
                        if (depth == 1) {
                            switch (name) {
                                case "chat_id" -> chat = Long.parseLong(parser.getString());
                                case "message_id" -> message = parser.getLongValue();
                                case "url" -> url = parser.getString();
                                case "secret_token" -> secret = parser.getString();
                                case "timeout" -> timeout = parser.getIntValue();
                                default -> {}
                            }
                        } else if (name.equals("text")) {
                            label = parser.getString();
                        } else if (name.equals("callback_data") && label != null) {
                            if (buttons.isEmpty()) {
                                buttons = new HashMap<>();
                            }
                            buttons.put(label, parser.getString());
                        }
                    }
                }
            }
        }
        return new BotApiCall(method.toLowerCase(Locale.ROOT), chat, message, buttons, url, secret, timeout);
    }
}
