package org.campaignbot.testkit.slack;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is wrong with blocks or a view: problems, which Slack refuses, and violations, which it tolerates. */
final class Findings {

    private final List<String> problems = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    List<String> problems() {
        return problems;
    }

    List<String> violations() {
        return violations;
    }

    void problem(String what, String pointer) {
        problems.add(what + " [json-pointer:" + pointer + "]");
    }

    void violation(String what, String pointer) {
        violations.add(what + " [json-pointer:" + pointer + "]");
    }

    /** A required string with a length limit. */
    void string(JsonNode parent, String name, int least, int most, String pointer) {
        JsonNode node = parent.path(name);
        if (!node.isString()) {
            problem("missing required field: " + name, pointer);
        } else {
            length(node.asString(""), least, most, pointer + "/" + name);
        }
    }

    /** An optional string. */
    void optional(JsonNode parent, String name, int most, String pointer) {
        if (parent.has(name)) {
            string(parent, name, 0, most, pointer);
        }
    }

    void length(String text, int least, int most, String pointer) {
        if (text.length() > most) {
            problem("must be less than " + (most + 1) + " characters", pointer);
        } else if (text.length() < least) {
            problem("must be more than " + (least - 1) + " characters", pointer);
        }
    }

    /** A required list with a size limit; returns whether it's a list at all. */
    boolean list(JsonNode parent, String name, int least, int most, String pointer) {
        JsonNode node = parent.path(name);
        if (!node.isArray()) {
            problem("missing required field: " + name, pointer);
            return false;
        }
        if (node.size() > most) {
            problem("no more than " + most + " items allowed", pointer + "/" + name);
        } else if (node.size() < least) {
            problem("no fewer than " + least + " items allowed", pointer + "/" + name);
        }
        return true;
    }

    /** A required text object. */
    void text(JsonNode parent, String name, int most, Kind kind, String pointer) {
        JsonNode node = parent.path(name);
        if (!node.isObject()) {
            problem("missing required field: " + name, pointer);
            return;
        }
        textObject(node, most, kind, pointer + "/" + name);
    }

    /** An optional text object. */
    void optionalText(JsonNode parent, String name, int most, Kind kind, String pointer) {
        if (parent.has(name) && !parent.path(name).isNull()) {
            text(parent, name, most, kind, pointer);
        }
    }

    void textObject(JsonNode node, int most, Kind kind, String pointer) {
        String type = node.path("type").asString("");
        if (!type.equals("plain_text") && (kind == Kind.PLAIN || !type.equals("mrkdwn"))) {
            problem(
                    kind == Kind.PLAIN ? "must provide an object of type plain_text" : "unsupported type: " + type,
                    pointer + "/type");
        }
        Properties.only(type.equals("mrkdwn") ? Properties.MRKDWN : Properties.PLAIN_TEXT, node, pointer, this);
        string(node, "text", 1, most, pointer);
        if (type.equals("mrkdwn")) {
            Mrkdwn.of(node.path("text").asString("")).violations().forEach(each -> violation(each, pointer + "/text"));
        }
    }

    /** The allowed kinds of text. */
    enum Kind {
        PLAIN,
        ANY
    }
}
