package org.campaignbot.testkit.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a reader sees in blocks: their text, and what can be pressed. */
final class Reading {

    private Reading() {}

    /** A message's visible text: that of its blocks, or if there are none, its own. */
    static String text(String text, JsonNode blocks) {
        return blocks.isEmpty() ? Mrkdwn.of(text).visible() : text(blocks);
    }

    static String text(JsonNode blocks) {
        List<String> lines = new ArrayList<>();
        for (JsonNode block : blocks) {
            collect(block, lines);
        }
        return String.join("\n", lines);
    }

    private static void collect(JsonNode block, List<String> lines) {
        switch (block.path("type").asString("")) {
            case "section" -> {
                read(block.path("text"), lines);
                block.path("fields").forEach(field -> read(field, lines));
            }
            case "header" -> read(block.path("text"), lines);
            case "context" -> block.path("elements").forEach(each -> read(each, lines));
            case "input" -> {
                read(block.path("label"), lines);
                read(block.path("hint"), lines);
            }
            case "image" -> lines.add(block.path("alt_text").asString(""));
            case "markdown" -> lines.add(block.path("text").asString(""));
            case "rich_text" -> lines.add(richText(block));
            default -> {}
        }
    }

    private static String richText(JsonNode node) {
        StringBuilder text =
                new StringBuilder(node.path(node.path("type").asString("").equals("date") ? "fallback" : "text")
                        .asString(""));
        node.path("elements").forEach(each -> text.append(richText(each)));
        return text.toString();
    }

    private static void read(JsonNode node, List<String> lines) {
        String text = node.path("text").asString(node.path("alt_text").asString(""));
        if (!text.isEmpty()) {
            lines.add(
                    node.path("type").asString("").equals("mrkdwn")
                            ? Mrkdwn.of(text).visible()
                            : text);
        }
    }

    /** Everything that can be pressed, chosen or filled in, in order. */
    static List<Element> elements(JsonNode blocks) {
        List<Element> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (JsonNode element : nodes(block)) {
                if (element.has("action_id")) {
                    found.add(element(block, element));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<JsonNode> nodes(JsonNode block) {
        List<JsonNode> nodes = new ArrayList<>();
        switch (block.path("type").asString("")) {
            case "actions" -> block.path("elements").forEach(nodes::add);
            case "section" -> nodes.add(block.path("accessory"));
            case "input" -> nodes.add(block.path("element"));
            default -> {}
        }
        return nodes;
    }

    private static Element element(JsonNode block, JsonNode element) {
        return new Element(
                element.path("type").asString(""),
                block.path("block_id").asString(""),
                element.path("action_id").asString(""),
                element.path("text")
                        .path("text")
                        .asString(block.path("label").path("text").asString("")),
                element.path("value").asString(""),
                element.path("url").asString(""),
                options(element).stream()
                        .map(each -> each.path("text").path("text").asString(""))
                        .toList());
    }

    /** The options of an element, including those in groups. */
    static List<JsonNode> options(JsonNode element) {
        List<JsonNode> options = new ArrayList<>();
        element.path("options").forEach(options::add);
        element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options;
    }

    /** The JSON of an element. */
    static JsonNode node(JsonNode blocks, Element wanted) {
        for (JsonNode block : blocks) {
            if (block.path("block_id").asString("").equals(wanted.blockId())) {
                for (JsonNode element : nodes(block)) {
                    if (element.path("action_id").asString("").equals(wanted.actionId())) {
                        return element;
                    }
                }
            }
        }
        return Json.missing();
    }

    /** The same blocks, with Slack's ids where the app gave none. */
    static ArrayNode withIds(JsonNode blocks) {
        ArrayNode copy = Json.array();
        Set<String> taken = new TreeSet<>();
        blocks.forEach(each -> taken.add(each.path("block_id").asString("")));
        int next = 0;
        for (JsonNode each : blocks) {
            ObjectNode block = (ObjectNode) each.deepCopy();
            copy.add(block);
            while (!block.has("block_id")) {
                String id = "b" + next++;
                if (taken.add(id)) {
                    block.put("block_id", id);
                }
            }
            int action = 0;
            for (JsonNode element : nodes(block)) {
                if (element instanceof ObjectNode object && !object.has("action_id") && !isImage(object)) {
                    object.put("action_id", "a" + action++);
                }
            }
        }
        return copy;
    }

    private static boolean isImage(JsonNode element) {
        return element.path("type").asString("").equals("image");
    }
}
