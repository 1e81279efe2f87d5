package org.campaignbot.testkit.slack;

import java.util.function.Consumer;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a message as the app gave it.
 *
 * @param text the text, or empty
 * @param blocks the blocks as given; a missing node if none were
 * @param attachments whether it has legacy attachments
 * @param threadTs the message whose thread it goes to, or empty
 * @param markdown whether the text is Markdown rather than Slack's markup
 * @param both whether both kinds of text were given
 */
record Content(String text, JsonNode blocks, boolean attachments, String threadTs, boolean markdown, boolean both) {

    /** The most characters of text that Slack's pages advise; Slack splits longer text. */
    private static final int ADVISED = 4_000;

    /** The most characters that chat.postMessage accepts. */
    static final int MOST_POSTED = 40_000;

    /** The most characters that chat.update accepts. */
    static final int MOST_UPDATED = 4_000;

    private static final int MOST_MARKDOWN = 12_000;

    /** No limit is documented; chat.postMessage was seen to refuse blocks with more characters (slackapi/bolt-js#2509). */
    private static final int MOST_IN_BLOCKS = 13_200;

    static Content of(ObjectNode parameters) {
        JsonNode blocks = Json.missing();
        if (parameters.has("blocks") && !parameters.path("blocks").isNull()) {
            blocks = Json.unwrapped(parameters.path("blocks"));
            blocks = blocks.isMissingNode() ? Json.object() : blocks;
        }
        boolean markdown = parameters.has("markdown_text");
        return new Content(
                parameters.path(markdown ? "markdown_text" : "text").asString(""),
                blocks,
                !Json.unwrapped(parameters.path("attachments")).isEmpty(),
                parameters.path("thread_ts").asString(""),
                markdown,
                markdown && (parameters.has("text") || parameters.has("blocks")));
    }

    boolean saysBlocks() {
        return !blocks.isMissingNode();
    }

    /** The blocks, all with ids. */
    ArrayNode numberedBlocks() {
        return blocks.isArray() ? Reading.withIds(blocks) : Json.array();
    }

    /** Slack's error for it, or null. */
    @Nullable
    Answer refusal(int mostText, Consumer<String> violations) {
        if (both) {
            return Answer.refused("markdown_text_conflict");
        }
        if (saysBlocks() && !blocks.isArray()) {
            return Answer.refused("invalid_blocks_format");
        }
        if (text.isBlank() && blocks.isEmpty() && !attachments) {
            return Answer.refused("no_text");
        }
        if (text.length() > (markdown ? MOST_MARKDOWN : mostText)) {
            return Answer.refused("msg_too_long");
        }
        if (attachments) {
            violations.accept("attachments, which are a legacy part of messages");
        }
        if (!markdown) {
            if (text.length() > ADVISED) {
                violations.accept("a text of more than " + ADVISED + " characters, which Slack splits");
            }
            Mrkdwn.of(text).violations().forEach(violations);
        }
        return blocks.isArray() ? refusedBlocks(violations) : null;
    }

    private @Nullable Answer refusedBlocks(Consumer<String> violations) {
        Findings findings = new Findings();
        BlockRules.check(blocks, BlockRules.Surface.MESSAGE, "/blocks", findings);
        if (!findings.problems().isEmpty()) {
            return Answer.refused("invalid_blocks", findings.problems());
        }
        if (blocks.toString().length() > MOST_IN_BLOCKS) {
            return Answer.refused("msg_blocks_too_long");
        }
        findings.violations().forEach(violations);
        return null;
    }
}
