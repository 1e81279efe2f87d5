package org.campaignbot.testkit.slack;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The limits of Block Kit's blocks (docs.slack.dev, "Block Kit reference"). */
final class BlockRules {

    /** Where blocks are shown. */
    enum Surface {
        MESSAGE(50),
        MODAL(100),
        HOME(100);

        final int most;

        Surface(int most) {
            this.most = most;
        }
    }

    private static final int MARKDOWN = 12_000;
    private static final int MOST_ACTIONS = 25;
    private static final int MOST_IN_CONTEXT = 10;

    private final Surface surface;
    private final Findings findings;
    private final ElementRules elements;
    private final Set<String> blockIds = new HashSet<>();
    private int markdown;
    private int tables;

    private BlockRules(Surface surface, Findings findings) {
        this.surface = surface;
        this.findings = findings;
        elements = new ElementRules(surface, findings);
    }

    static void check(JsonNode blocks, Surface surface, String pointer, Findings findings) {
        if (blocks.size() > surface.most) {
            findings.problem("no more than " + surface.most + " items allowed", pointer);
        }
        BlockRules rules = new BlockRules(surface, findings);
        for (int index = 0; index < blocks.size(); index++) {
            rules.block(blocks.path(index), pointer + "/" + index);
        }
    }

    private void block(JsonNode block, String pointer) {
        if (block.has("block_id")) {
            findings.string(block, "block_id", 1, 255, pointer);
            String id = block.path("block_id").asString("");
            if (!blockIds.add(id)) {
                findings.problem("block_id `" + id + "` already exists", pointer + "/block_id");
            }
        }
        Properties.ofBlock(block, pointer, findings);
        String type = block.path("type").asString("");
        switch (type) {
            case "section" -> section(block, pointer);
            case "header" -> findings.text(block, "text", 150, Findings.Kind.PLAIN, pointer);
            case "divider" -> {}
            case "image" -> image(block, pointer);
            case "actions" -> actions(block, pointer);
            case "context" -> context(block, pointer);
            case "input" -> input(block, pointer);
            case "rich_text" -> RichTextRules.check(block, pointer, findings);
            case "markdown" -> markdown(block, pointer);
            case "table" -> table(block, pointer);
            default -> findings.problem("unsupported type: " + type, pointer + "/type");
        }
    }

    private void section(JsonNode block, String pointer) {
        boolean hasFields = block.has("fields");
        if (!hasFields || block.has("text")) {
            findings.text(block, "text", 3000, Findings.Kind.ANY, pointer);
        }
        if (hasFields && findings.list(block, "fields", 1, 10, pointer)) {
            for (int index = 0; index < block.path("fields").size(); index++) {
                findings.textObject(
                        block.path("fields").path(index), 2000, Findings.Kind.ANY, pointer + "/fields/" + index);
            }
        }
        if (block.has("accessory")) {
            elements.check(block.path("accessory"), ElementRules.Place.ACCESSORY, pointer + "/accessory");
        }
    }

    private void image(JsonNode block, String pointer) {
        elements.image(block, pointer);
        findings.optionalText(block, "title", 2000, Findings.Kind.PLAIN, pointer);
    }

    private void actions(JsonNode block, String pointer) {
        if (!findings.list(block, "elements", 1, MOST_ACTIONS, pointer)) {
            return;
        }
        Set<String> actionIds = new HashSet<>();
        for (int index = 0; index < block.path("elements").size(); index++) {
            JsonNode element = block.path("elements").path(index);
            String at = pointer + "/elements/" + index;
            elements.check(element, ElementRules.Place.ACTIONS, at);
            String id = element.path("action_id").asString("");
            if (!id.isEmpty() && !actionIds.add(id)) {
                findings.problem("action_id `" + id + "` already exists", at + "/action_id");
            }
        }
    }

    private void context(JsonNode block, String pointer) {
        if (!findings.list(block, "elements", 1, MOST_IN_CONTEXT, pointer)) {
            return;
        }
        for (int index = 0; index < block.path("elements").size(); index++) {
            JsonNode element = block.path("elements").path(index);
            String at = pointer + "/elements/" + index;
            if (element.path("type").asString("").equals("image")) {
                Properties.ofElement(element, at, findings);
                elements.image(element, at);
            } else {
                findings.textObject(element, 3000, Findings.Kind.ANY, at);
            }
        }
    }

    private void input(JsonNode block, String pointer) {
        findings.text(block, "label", 2000, Findings.Kind.PLAIN, pointer);
        findings.optionalText(block, "hint", 2000, Findings.Kind.PLAIN, pointer);
        if (block.path("element").isObject()) {
            elements.check(block.path("element"), ElementRules.Place.INPUT, pointer + "/element");
        } else {
            findings.problem("missing required field: element", pointer);
        }
    }

    private void markdown(JsonNode block, String pointer) {
        if (surface != Surface.MESSAGE) {
            findings.problem("unsupported type: markdown", pointer + "/type");
        }
        findings.string(block, "text", 1, MARKDOWN, pointer);
        markdown += block.path("text").asString("").length();
        if (markdown > MARKDOWN) {
            findings.problem("no more than " + MARKDOWN + " characters in all markdown blocks", pointer + "/text");
        }
    }

    private void table(JsonNode block, String pointer) {
        if (surface != Surface.MESSAGE) {
            findings.problem("unsupported type: table", pointer + "/type");
        }
        if (++tables > 1) {
            findings.problem("only one table allowed", pointer);
        }
        if (findings.list(block, "rows", 1, 100, pointer)) {
            for (int row = 0; row < block.path("rows").size(); row++) {
                if (block.path("rows").path(row).size() > 20) {
                    findings.problem("no more than 20 items allowed", pointer + "/rows/" + row);
                }
            }
        }
    }
}
