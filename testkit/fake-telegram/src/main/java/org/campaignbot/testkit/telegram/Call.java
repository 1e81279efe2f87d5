package org.campaignbot.testkit.telegram;

import java.time.Instant;
import java.util.List;
import org.campaignbot.testkit.fake.Json;
import org.campaignbot.testkit.fake.TakenCall;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of the bot as the fake received it.
 *
 * @param index its index in the log, from 0
 * @param nanos when it arrived, by {@link System#nanoTime}
 * @param at when it arrived, by the fake's clock
 * @param method the method's documented name
 * @param chat the chat it's about, or 0
 * @param messageId the message it made or changed, or 0
 * @param thread the topic it went to, or 0
 * @param text what a reader sees, after the markup was parsed
 * @param entities the formatted parts of the text
 * @param markup the markup sent with the text
 * @param buttons the buttons, row by row
 * @param raw the body as JSON; empty if only counts are kept
 * @param status the HTTP status of the answer: 200 if the call was accepted, 0 if the connection was closed unprocessed
 * @param description the refusal, or the fault that applied, or empty
 */
public record Call(
        long index,
        long nanos,
        Instant at,
        String method,
        long chat,
        long messageId,
        long thread,
        String text,
        List<Entity> entities,
        Markup markup,
        List<List<Button>> buttons,
        String raw,
        int status,
        String description)
        implements TakenCall {

    /** Whether the server did what was asked, even if the bot never learned it. */
    @Override
    public boolean accepted() {
        return status == 200;
    }

    /** The labels of all its buttons, in order. */
    public List<String> labels() {
        return buttons.stream().flatMap(List::stream).map(Button::label).toList();
    }

    static Call of(long index, Request request, int status, String description, String raw) {
        return new Call(
                index,
                request.nanos(),
                request.at(),
                request.method(),
                request.chat(),
                request.messageId(),
                request.thread(),
                request.shown().text(),
                request.shown().entities(),
                request.keyboard().kind(),
                request.keyboard().rows(),
                raw,
                status,
                description);
    }

    /** The call as a line of the log file. */
    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("index", index);
        json.put("at", at.toString());
        json.put("method", method);
        json.put("chat", chat);
        json.put("message_id", messageId);
        json.put("thread", thread);
        json.put("text", text);
        json.put("markup", markup.name());
        for (List<Button> row : buttons) {
            var array = json.withArray("buttons").addArray();
            for (Button button : row) {
                array.addObject()
                        .put("label", button.label())
                        .put("action", button.action())
                        .put("value", button.value());
            }
        }
        json.put("status", status);
        json.put("description", description);
        return json;
    }
}
