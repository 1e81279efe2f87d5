package org.campaignbot.content.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.readability.Limits;
import org.campaignbot.content.readability.TextKind;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a flow or a step that say what its words are for, and what they may do: kind, limits and allow. */
final class TextRulesReader {

    private static final String ALLOW = "allow";

    private TextRulesReader() {}

    /** Reads the keys, and those of the translations; null if there are none. */
    static @Nullable TextRules read(Fields fields, Map<Language, Node> translations, Problems problems) {
        Node.Scalar kind = fields.has("kind") ? fields.oneOf("kind", TextKind.names()) : null;
        Map<Language, Map<String, String>> allowedIn = new HashMap<>();
        translations.forEach((language, node) -> {
            Map<String, String> allowed =
                    node instanceof Node.Mapping mapping ? allowed(mapping.get(ALLOW), problems) : Map.of();
            if (!allowed.isEmpty()) {
                allowedIn.put(language, allowed);
            }
        });
        if (kind == null && !fields.has("limits") && !fields.has(ALLOW) && allowedIn.isEmpty()) {
            return null;
        }
        return new TextRules(
                kind == null ? null : TextKind.of(kind.text()),
                limits(fields, problems),
                allowed(fields.node(ALLOW), problems),
                allowedIn);
    }

    private static Map<String, Integer> limits(Fields fields, Problems problems) {
        Map<String, Integer> limits = new HashMap<>();
        if (fields.has("limits")) {
            Fields all = Fields.closed(fields.node("limits"), fields.placeOf("limits"), Format.LIMITS, problems);
            for (String name : Limits.NAMES) {
                Node.Scalar limit = all.text(name);
                if (limit != null) {
                    limits.put(name, Integer.parseInt(limit.text()));
                }
            }
        }
        return limits;
    }

    private static Map<String, String> allowed(@Nullable Node node, Problems problems) {
        Map<String, String> allowed = new LinkedHashMap<>();
        if (node != null) {
            for (Node.Entry entry : Fields.open(node, ALLOW, problems).entries()) {
                Node.Scalar reason = Fields.text(entry.value(), entry.name(), problems);
                if (reason != null) {
                    allowed.put(entry.name(), reason.text());
                }
            }
        }
        return allowed;
    }
}
