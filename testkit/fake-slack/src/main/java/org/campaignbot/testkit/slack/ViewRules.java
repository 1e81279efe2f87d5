package org.campaignbot.testkit.slack;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The limits of modals and of the Home tab (docs.slack.dev, "Modals", "View objects"). */
final class ViewRules {

    private static final int MOST_BYTES = 250 * 1024;

    private ViewRules() {}

    /** Slack's error for a view, or null. */
    static @Nullable Answer refusal(JsonNode view, String type, Consumer<String> violations) {
        if (view.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Answer.refused("view_too_large");
        }
        Findings findings = new Findings();
        check(view, type, findings);
        if (!findings.problems().isEmpty()) {
            return Answer.refused("invalid_arguments", findings.problems());
        }
        findings.violations().forEach(violations);
        return null;
    }

    private static void check(JsonNode view, String type, Findings findings) {
        if (!view.isObject() || !view.path("type").asString("").equals(type)) {
            findings.problem("must be an object of type " + type, "/view");
            return;
        }
        boolean modal = type.equals("modal");
        if (modal) {
            findings.text(view, "title", 24, Findings.Kind.PLAIN, "/view");
            findings.optionalText(view, "submit", 24, Findings.Kind.PLAIN, "/view");
            findings.optionalText(view, "close", 24, Findings.Kind.PLAIN, "/view");
        }
        findings.optional(view, "private_metadata", 3000, "/view");
        findings.optional(view, "callback_id", 255, "/view");
        findings.optional(view, "external_id", 255, "/view");
        if (!view.path("blocks").isArray()) {
            findings.problem("missing required field: blocks", "/view");
            return;
        }
        BlockRules.Surface surface = modal ? BlockRules.Surface.MODAL : BlockRules.Surface.HOME;
        BlockRules.check(view.path("blocks"), surface, "/view/blocks", findings);
        boolean asks = view.path("blocks")
                .valueStream()
                .anyMatch(block -> block.path("type").asString("").equals("input"));
        if (modal && asks && !view.path("submit").isObject()) {
            findings.problem("missing required field: submit, which input blocks need", "/view");
        }
    }
}
