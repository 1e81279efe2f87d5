package org.campaignbot.testkit.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of the bot: its content, and what was understood as it's processed.
 *
 * <p>A parameter may be JSON or a text that contains JSON, as in a form.
 */
final class Request {

    private final String method;
    private final ObjectNode parameters;
    private final Instant at;
    private final long nanos = System.nanoTime();
    private final List<String> violations = new ArrayList<>();

    private long chat;
    private long messageId;
    private long thread;
    private Formatted.Visible shown = new Formatted.Visible("", List.of());
    private Keyboard keyboard = Keyboard.NONE;

    Request(String method, ObjectNode parameters, Instant at) {
        this.method = method;
        this.parameters = parameters;
        this.at = at;
        this.chat = number("chat_id", 0);
    }

    String method() {
        return method;
    }

    ObjectNode parameters() {
        return parameters;
    }

    Instant at() {
        return at;
    }

    long nanos() {
        return nanos;
    }

    boolean has(String name) {
        return parameters.has(name) && !parameters.path(name).isNull();
    }

    String text(String name) {
        return parameters.path(name).asString("");
    }

    long number(String name, long otherwise) {
        JsonNode value = parameters.path(name);
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        try {
            return value.isString() ? Long.parseLong(value.stringValue().strip()) : otherwise;
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    boolean flag(String name) {
        return parameters.path(name).asBoolean(false);
    }

    JsonNode json(String name) {
        JsonNode value = parameters.path(name);
        return value.isString() ? Json.read(value.stringValue()) : value;
    }

    /** Records something that Telegram tolerates but a good bot doesn't do. */
    void violation(String words) {
        violations.add(method + ": " + words);
    }

    List<String> violations() {
        return violations;
    }

    /** The chat it's about, or 0. */
    long chat() {
        return chat;
    }

    long messageId() {
        return messageId;
    }

    long thread() {
        return thread;
    }

    Formatted.Visible shown() {
        return shown;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    void understoodText(Formatted.Visible text) {
        shown = text;
    }

    void understoodKeyboard(Keyboard understood) {
        keyboard = understood;
    }

    void aboutMessage(long chatId, long id, long threadId) {
        chat = chatId;
        messageId = id;
        thread = threadId;
    }
}
