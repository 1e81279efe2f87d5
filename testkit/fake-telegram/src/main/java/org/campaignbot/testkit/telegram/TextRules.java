package org.campaignbot.testkit.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules for a message's text: parsed with its markup or entities, trimmed, and 1 to 4096 UTF-16 units long. */
final class TextRules {

    /** Counted after parsing the markup, in UTF-16 units. */
    static final int LONGEST = 4096;

    private TextRules() {}

    /** The text that a call would show, or why it's refused; what is only unwise becomes a violation. */
    static Formatted read(Request request) {
        String source = request.text("text");
        String mode = request.text("parse_mode").toLowerCase(Locale.ROOT);
        if (source.isEmpty()) {
            return new Formatted.Broken("message text is empty");
        }
        if (!mode.isEmpty() && request.has("entities")) {
            request.violation("parse_mode together with entities: the entities take no effect");
        }
        Formatted read = switch (mode) {
            case "html" -> HtmlMarkup.parse(source);
            case "" -> EntityRules.read(source, request.json("entities"));
            case "markdown", "markdownv2" -> {
                request.violation("parse_mode " + mode + " is not read by this server: use HTML");
                yield new Formatted.Visible(source, List.of());
            }
            default -> new Formatted.Broken("unsupported parse_mode");
        };
        return read instanceof Formatted.Visible visible ? within(trimmed(visible), request) : read;
    }

    private static Formatted within(Formatted.Visible visible, Request request) {
        if (visible.text().isEmpty()) {
            return new Formatted.Broken("text must be non-empty");
        }
        if (visible.text().length() > LONGEST) {
            return new Formatted.Broken("message is too long");
        }
        EntityRules.misuses(visible.entities()).forEach(request::violation);
        for (Entity entity : visible.entities()) {
            if (entity.type().equals("text_link") && !Links.isOpened(String.valueOf(entity.detail()))) {
                request.violation("a text link that Telegram drops: it leads neither to http(s) nor to tg");
            }
        }
        return visible;
    }

    /** Telegram trims white space at both ends, along with whole entities. */
    private static Formatted.Visible trimmed(Formatted.Visible visible) {
        String text = visible.text();
        int first = 0;
        int limit = visible.entities().isEmpty()
                ? text.length()
                : visible.entities().get(0).offset();
        while (first < limit && isSpace(text.charAt(first))) {
            first++;
        }
        int end = text.length();
        while (end > first && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (first == 0 && end == text.length()) {
            return visible;
        }
        List<Entity> kept = new ArrayList<>();
        for (Entity entity : visible.entities()) {
            int length = Math.min(entity.end(), end) - entity.offset();
            if (length > 0) {
                kept.add(new Entity(entity.type(), entity.offset() - first, length, entity.detail()));
            }
        }
        return new Formatted.Visible(text.substring(first, end), List.copyOf(kept));
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }
}
