package org.campaignbot.testkit.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses Telegram's HTML: only the documented tags, and the four named character references.
 *
 * <p>Other references, such as a non-breaking space, are shown as typed; any other tag is an error.
 */
final class HtmlMarkup {

    private static final Set<String> TAGS = Set.of(
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "strike",
            "del",
            "u",
            "ins",
            "tg-spoiler",
            "tg-emoji",
            "span",
            "pre",
            "code",
            "blockquote");

    private final String source;
    private final StringBuilder visible = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Entity> entities = new ArrayList<>();
    private int at;
    private @Nullable String problem;

    private record Open(String tag, String argument, int offset) {}

    private HtmlMarkup(String source) {
        this.source = source;
    }

    static Formatted parse(String source) {
        return new HtmlMarkup(source).parse();
    }

    private Formatted parse() {
        while (at < source.length() && problem == null) {
            char next = source.charAt(at);
            if (next == '<') {
                tag();
            } else if (next == '&') {
                reference(visible);
            } else {
                visible.append(next);
                at++;
            }
        }
        if (problem == null && !open.isEmpty()) {
            problem = "Can't find end tag corresponding to start tag \""
                    + open.element().tag() + "\"";
        }
        if (problem != null) {
            return new Formatted.Broken("can't parse entities: " + problem);
        }
        entities.sort(Comparator.comparingInt(Entity::offset)
                .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
        return new Formatted.Visible(visible.toString(), List.copyOf(entities));
    }

    private void reference(StringBuilder target) {
        CharacterReference reference = CharacterReference.at(source, at);
        target.append(reference == null ? "&" : reference.text());
        at = reference == null ? at + 1 : reference.end();
    }

    private void tag() {
        int begin = at++;
        if (at < source.length() && source.charAt(at) == '/') {
            endTag(begin);
        } else {
            startTag(begin);
        }
    }

    private void startTag(int begin) {
        String tag = name();
        if (atEnd()) {
            fail("Unclosed start tag", begin);
        } else if (!TAGS.contains(tag)) {
            fail("Unsupported start tag \"" + tag + "\"", begin);
        } else {
            String argument = attributes(tag, begin);
            if (problem == null && tag.equals("span") && !argument.equals("spoiler")) {
                fail("Tag \"span\" must have class \"tg-spoiler\"", begin);
            }
            open.push(new Open(tag, argument, visible.length()));
            at++;
        }
    }

    /** Reads up to the closing bracket and returns the one attribute that the tag supports. */
    private String attributes(String tag, int begin) {
        String argument = "";
        skipSpaces();
        while (problem == null && !atEnd() && source.charAt(at) != '>') {
            int from = at;
            while (!atEnd() && !isSpace() && source.charAt(at) != '=' && source.charAt(at) != '>') {
                at++;
            }
            String name = source.substring(from, at).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                fail("Empty attribute name in the tag \"" + tag + "\"", begin);
                return argument;
            }
            skipSpaces();
            String value = "";
            if (!atEnd() && source.charAt(at) == '=') {
                at++;
                skipSpaces();
                value = value(tag, begin);
            }
            argument = meaning(tag, name, value, argument);
            skipSpaces();
        }
        if (problem == null && atEnd()) {
            fail("Unclosed start tag \"" + tag + "\"", begin);
        }
        return argument;
    }

    private String value(String tag, int begin) {
        if (atEnd()) {
            fail("Unclosed start tag \"" + tag + "\"", begin);
            return "";
        }
        char quote = source.charAt(at);
        if (quote != '"' && quote != '\'') {
            int from = at;
            while (!atEnd() && (Character.isLetterOrDigit(source.charAt(at)) || ".-".indexOf(source.charAt(at)) >= 0)) {
                at++;
            }
            if (!atEnd() && !isSpace() && source.charAt(at) != '>') {
                fail("Unexpected end of name token", from);
            }
            return source.substring(from, at).toLowerCase(Locale.ROOT);
        }
        StringBuilder value = new StringBuilder();
        at++;
        while (!atEnd() && source.charAt(at) != quote) {
            if (source.charAt(at) == '&') {
                reference(value);
            } else {
                value.append(source.charAt(at++));
            }
        }
        at++;
        return value.toString();
    }

    private static String meaning(String tag, String name, String value, String before) {
        return switch (tag + " " + name) {
            case "a href", "tg-emoji emoji-id" -> value;
            case "code class" -> value.startsWith("language-") ? value.substring(9) : before;
            case "span class" -> value.startsWith("tg-") ? value.substring(3) : before;
            case "blockquote expandable" -> "expandable";
            default -> before;
        };
    }

    private void endTag(int begin) {
        at++;
        String tag = name();
        skipSpaces();
        if (open.isEmpty()) {
            fail("Unexpected end tag", begin);
        } else if (atEnd() || source.charAt(at) != '>') {
            fail("Unclosed end tag", begin);
        } else if (!tag.isEmpty() && !tag.equals(open.element().tag())) {
            String expected = open.element().tag();
            fail("Unmatched end tag", begin, ", expected \"</" + expected + ">\", found \"</" + tag + ">\"");
        } else {
            close(open.pop());
            at++;
        }
    }

    private void close(Open opened) {
        int length = visible.length() - opened.offset();
        if (length == 0) {
            return;
        }
        String argument = opened.argument();
        switch (opened.tag()) {
            case "b", "strong" -> add("bold", opened, length, null);
            case "i", "em" -> add("italic", opened, length, null);
            case "s", "strike", "del" -> add("strikethrough", opened, length, null);
            case "u", "ins" -> add("underline", opened, length, null);
            case "tg-spoiler", "span" -> add("spoiler", opened, length, null);
            case "code" -> add("code", opened, length, argument.isEmpty() ? null : argument);
            case "blockquote" -> add(argument.isEmpty() ? "blockquote" : "expandable_blockquote", opened, length, null);
            case "tg-emoji" -> {
                if (argument.matches("[1-9][0-9]*")) {
                    add("custom_emoji", opened, length, argument);
                } else {
                    problem = "Invalid custom emoji identifier specified";
                }
            }
            case "pre" -> preformatted(opened, length);
            default -> link(opened, length);
        }
    }

    /** A code tag with a language that fills a whole pre tag is one entity. */
    private void preformatted(Open opened, int length) {
        Entity last = entities.isEmpty() ? null : entities.get(entities.size() - 1);
        String language = null;
        if (last != null && last.type().equals("code") && last.offset() == opened.offset() && last.length() == length) {
            entities.remove(entities.size() - 1);
            language = last.detail();
        }
        add("pre", opened, length, language);
    }

    private void link(Open opened, int length) {
        String address = opened.argument().isEmpty() ? visible.substring(opened.offset()) : opened.argument();
        if (address.startsWith("tg://user?id=")) {
            add("text_mention", opened, length, address.substring("tg://user?id=".length()));
        } else {
            add("text_link", opened, length, address);
        }
    }

    private void add(String type, Open opened, int length, @Nullable String detail) {
        entities.add(new Entity(type, opened.offset(), length, detail));
    }

    private String name() {
        int from = at;
        while (!atEnd() && !isSpace() && source.charAt(at) != '>') {
            at++;
        }
        return source.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private boolean atEnd() {
        return at >= source.length();
    }

    private boolean isSpace() {
        return " \t\r\n\u000b\0".indexOf(source.charAt(at)) >= 0;
    }

    private void skipSpaces() {
        while (!atEnd() && isSpace()) {
            at++;
        }
    }

    private void fail(String words, int index) {
        fail(words, index, "");
    }

    private void fail(String words, int index, String more) {
        if (problem == null) {
            int bytes = source.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
            problem = words + " at byte offset " + bytes + more;
        }
    }
}
