package org.campaignbot.web;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a request was refused, as problem details (RFC 9457): what is wrong, and what to change.
 *
 * @param title what is wrong
 * @param detail what to change
 * @param parts what is wrong with each part, if that can be told
 */
record RestProblem(int status, String title, String detail, List<Part> parts, Map<String, String> headers) {

    static final String TYPE = "application/problem+json";

    /** One part of a request: a field, what's wrong with it, and how to fix it. */
    record Part(String field, String message, String fix) {}

    static RestProblem of(int status, String title, String detail) {
        return new RestProblem(status, title, detail, List.of(), Map.of());
    }

    static RestProblem of(int status, String title, String detail, List<Part> parts) {
        return new RestProblem(status, title, detail, parts, Map.of());
    }

    RestProblem with(String header, String value) {
        return new RestProblem(status, title, detail, parts, Map.of(header, value));
    }

    WebReply reply() {
        ObjectNode body = JsonMapper.shared()
                .createObjectNode()
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!parts.isEmpty()) {
            ArrayNode list = body.putArray("errors");
            parts.forEach(each -> list.addObject()
                    .put("field", each.field())
                    .put("message", each.message())
                    .put("fix", each.fix()));
        }
        WebReply reply = WebReply.of(status, TYPE, body.toString());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
