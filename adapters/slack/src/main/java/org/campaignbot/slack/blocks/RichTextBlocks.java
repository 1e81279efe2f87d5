package org.campaignbot.slack.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.slack.workspace.SlackOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Writes rich text as a {@code rich_text} block, where text is only characters.
 *
 * <p>In mrkdwn, emphasis marks have no escape, so a star or an underscore in a name would change how the text looks. Here style is
 * a property beside the text. Empty lines are written as Slack's own editor does: two line breaks at the end of a section before a
 * list or quote, one at the start of the section after it.
 */
public final class RichTextBlocks {

    /**
     * Shows a date and time by the reader's clock and in their app's language (docs.slack.dev, "Date element"). Slack capitalizes
     * what it inserts, except after a zero-width space.
     */
    private static final String BY_THE_READERS_CLOCK = "\u200b{date_long}, {time}";

    private final JsonArray parts = new JsonArray();
    private JsonArray section = new JsonArray();

    private RichTextBlocks() {}

    /** The block, with at least one element if there is anything to read. */
    public static JsonObject of(RichText text) {
        RichTextBlocks writer = new RichTextBlocks();
        List<Block> blocks = text.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            writer.write(blocks.get(i), i > 0 ? blocks.get(i - 1) : null, i + 1 < blocks.size());
        }
        writer.endSection();
        JsonObject block = SlackJson.typed("rich_text");
        block.add("elements", writer.parts);
        return block;
    }

    private void write(Block block, @Nullable Block before, boolean more) {
        if (block instanceof Block.Paragraph paragraph) {
            if (before != null && !(before instanceof Block.Paragraph)) {
                add(section, "\n", Style.NONE);
            }
            write(paragraph.spans(), Style.NONE, section);
            if (more) {
                add(section, "\n\n", Style.NONE);
            }
            return;
        }
        if (before != null && !(before instanceof Block.Paragraph)) {
            add(section, "\n", Style.NONE);
        }
        endSection();
        if (block instanceof Block.Quote quote) {
            JsonObject part = SlackJson.typed("rich_text_quote");
            part.add("elements", elements(quote.spans()));
            addIfFilled(part);
        } else if (block instanceof Block.Items items) {
            JsonObject part = SlackJson.typed("rich_text_list");
            part.addProperty("style", items.numbered() ? "ordered" : "bullet");
            JsonArray entries = new JsonArray();
            for (List<Span> item : items.items()) {
                JsonObject entry = SlackJson.typed("rich_text_section");
                JsonArray elements = elements(item);
                if (elements.isEmpty()) {
                    // So that the others keep their numbers.
                    add(elements, " ", Style.NONE);
                }
                entry.add("elements", elements);
                entries.add(entry);
            }
            part.add("elements", entries);
            addIfFilled(part);
        }
    }

    private void endSection() {
        JsonObject part = SlackJson.typed("rich_text_section");
        part.add("elements", section);
        addIfFilled(part);
        section = new JsonArray();
    }

    private void addIfFilled(JsonObject part) {
        if (!SlackJson.list(part, "elements").isEmpty()) {
            parts.add(part);
        }
    }

    private static JsonArray elements(List<Span> spans) {
        JsonArray elements = new JsonArray();
        write(spans, Style.NONE, elements);
        return elements;
    }

    /** Text style. */
    private record Style(boolean bold, boolean italic, boolean code) {
        static final Style NONE = new Style(false, false, false);
    }

    private static void write(List<Span> spans, Style style, JsonArray to) {
        for (Span span : spans) {
            if (span instanceof Span.Strong strong) {
                write(strong.spans(), new Style(true, style.italic(), style.code()), to);
            } else if (span instanceof Span.Emphasis emphasis) {
                write(emphasis.spans(), new Style(style.bold(), true, style.code()), to);
            } else if (span instanceof Span.Code code) {
                add(to, code.text(), new Style(style.bold(), style.italic(), true));
            } else if (span instanceof Span.Mention mention
                    && SlackOrigin.isUser(SlackAddresses.user(mention.person()))) {
                JsonObject element = SlackJson.typed("user");
                element.addProperty("user_id", SlackAddresses.user(mention.person()));
                to.add(element);
            } else if (span instanceof Span.Moment moment) {
                JsonObject element = SlackJson.typed("date");
                element.addProperty("timestamp", moment.at().getEpochSecond());
                element.addProperty("format", BY_THE_READERS_CLOCK);
                element.addProperty("fallback", moment.words());
                styled(element, style);
                to.add(element);
            } else if (span instanceof Span.Link link && isWeb(link)) {
                JsonObject element = SlackJson.typed("link");
                element.addProperty("url", link.address().toString());
                if (!link.label().isEmpty()) {
                    element.addProperty("text", link.label());
                }
                styled(element, style);
                to.add(element);
            } else {
                // Phone numbers, too: Slack doesn't document whether it follows tel:, and phone apps find digits
                // themselves.
                add(to, span.visible(), style);
            }
        }
    }

    private static boolean isWeb(Span.Link link) {
        return link.address().toString().startsWith("https://");
    }

    private static void add(JsonArray to, String text, Style style) {
        if (!text.isEmpty()) {
            JsonObject element = SlackJson.typed("text");
            element.addProperty("text", text);
            styled(element, style);
            to.add(element);
        }
    }

    private static void styled(JsonObject element, Style style) {
        if (style.equals(Style.NONE)) {
            return;
        }
        JsonObject json = new JsonObject();
        if (style.bold()) {
            json.addProperty("bold", true);
        }
        if (style.italic()) {
            json.addProperty("italic", true);
        }
        if (style.code()) {
            json.addProperty("code", true);
        }
        element.add("style", json);
    }
}
