package org.campaignbot.testkit.slack;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The rules for the content of a {@code rich_text} block (docs.slack.dev, "Rich text block" and "Date element"). */
final class RichTextRules {

    private static final String STYLED = "type style ";

    private static final Map<String, Set<String>> PARTS = Map.of(
            "rich_text_section", Properties.names("type elements"),
            "rich_text_list", Properties.names("type style elements indent offset border"),
            "rich_text_quote", Properties.names("type elements border"),
            "rich_text_preformatted", Properties.names("type elements border"));

    private static final Map<String, Set<String>> ELEMENTS = Map.of(
            "text", Properties.names(STYLED + "text"),
            "link", Properties.names(STYLED + "url text unsafe"),
            "user", Properties.names(STYLED + "user_id"),
            "channel", Properties.names(STYLED + "channel_id"),
            "usergroup", Properties.names(STYLED + "usergroup_id"),
            "broadcast", Properties.names(STYLED + "range"),
            "emoji", Properties.names(STYLED + "name unicode"),
            "color", Properties.names(STYLED + "value"),
            "date", Properties.names(STYLED + "timestamp format timezone url fallback"));

    private static final Pattern TOKEN = Pattern.compile("\\{([^}]*)}");

    private static final Set<String> TOKENS = Set.of(
            "day_divider_pretty",
            "date_num",
            "date_slash",
            "date_long",
            "date_long_full",
            "date_long_pretty",
            "date",
            "date_pretty",
            "date_short",
            "date_short_pretty",
            "time",
            "time_secs",
            "ago");

    private final Findings findings;

    private RichTextRules(Findings findings) {
        this.findings = findings;
    }

    static void check(JsonNode block, String pointer, Findings findings) {
        RichTextRules rules = new RichTextRules(findings);
        if (findings.list(block, "elements", 1, Integer.MAX_VALUE, pointer)) {
            for (int index = 0; index < block.path("elements").size(); index++) {
                rules.part(block.path("elements").path(index), pointer + "/elements/" + index);
            }
        }
    }

    private void part(JsonNode part, String pointer) {
        String type = part.path("type").asString("");
        if (isKnown(PARTS, part, pointer) && findings.list(part, "elements", 1, Integer.MAX_VALUE, pointer)) {
            boolean isList = type.equals("rich_text_list");
            for (int index = 0; index < part.path("elements").size(); index++) {
                JsonNode element = part.path("elements").path(index);
                String at = pointer + "/elements/" + index;
                if (isList) {
                    part(element, at);
                } else {
                    element(element, at);
                }
            }
        }
    }

    private void element(JsonNode element, String pointer) {
        if (isKnown(ELEMENTS, element, pointer)) {
            switch (element.path("type").asString("")) {
                case "text" -> findings.string(element, "text", 1, Integer.MAX_VALUE, pointer);
                case "link" -> findings.string(element, "url", 1, 3000, pointer);
                case "user" -> findings.string(element, "user_id", 1, 255, pointer);
                case "date" -> date(element, pointer);
                default -> {}
            }
        }
    }

    private void date(JsonNode element, String pointer) {
        if (!element.path("timestamp").isIntegralNumber()) {
            findings.problem("missing required field: timestamp", pointer);
        }
        findings.string(element, "format", 1, Integer.MAX_VALUE, pointer);
        Matcher tokens = TOKEN.matcher(element.path("format").asString(""));
        boolean any = false;
        while (tokens.find()) {
            any = true;
            if (!TOKENS.contains(tokens.group(1))) {
                findings.problem("unknown token: " + tokens.group(1), pointer + "/format");
            }
        }
        if (!any) {
            findings.problem("no token in the format", pointer + "/format");
        }
        if (!element.has("fallback")) {
            findings.violation("a date without a fallback is read as nothing where it cannot be shown", pointer);
        }
    }

    private boolean isKnown(Map<String, Set<String>> kinds, JsonNode node, String pointer) {
        String type = node.path("type").asString("");
        Properties.only(kinds.get(type), node, pointer, findings);
        if (!kinds.containsKey(type)) {
            findings.problem("unsupported type: " + type, pointer + "/type");
        }
        return kinds.containsKey(type);
    }
}
