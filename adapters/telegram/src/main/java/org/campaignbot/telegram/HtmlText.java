package org.campaignbot.telegram;

import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;

/**
 * Writes rich text as Telegram HTML, or without markup.
 *
 * <p>Lists are lines with a bullet or number. Phone numbers are written in international form, {@code +1-202-224-3121}, which
 * clients make tappable; code is a code entity, where they don't.
 */
final class HtmlText {

    /** The maximum characters (UTF-16 units) a message may show, counted after parsing the markup. */
    static final int LIMIT = 4096;

    private final boolean markup;
    /** Whether nothing may take more room than the core counts for it, since the text is almost full. */
    private final boolean tight;

    private final StringBuilder out = new StringBuilder();
    private int shown;

    private HtmlText(boolean markup, boolean tight) {
        this.markup = markup;
        this.tight = tight;
    }

    /** The text as HTML, which shows at most {@link #LIMIT} characters if its visible form has no more. */
    static String html(RichText text) {
        HtmlText html = new HtmlText(true, false).write(text);
        return html.shown <= LIMIT
                ? html.out.toString()
                : new HtmlText(true, true).write(text).out.toString();
    }

    /** The text without markup, with link addresses if there is room. */
    static String plain(RichText text) {
        HtmlText plain = new HtmlText(false, false).write(text);
        return plain.shown <= LIMIT
                ? plain.out.toString()
                : new HtmlText(false, true).write(text).out.toString();
    }

    private HtmlText write(RichText text) {
        boolean first = true;
        for (Block block : text.blocks()) {
            if (!first) {
                show("\n\n");
            }
            first = false;
            write(block);
        }
        return this;
    }

    private void write(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            write(paragraph.spans(), "", "");
        } else if (block instanceof Block.Quote quote) {
            tag(Span.visible(quote.spans()).isEmpty() ? "" : "<blockquote>");
            write(quote.spans(), "", "");
            tag(Span.visible(quote.spans()).isEmpty() ? "" : "</blockquote>");
        } else if (block instanceof Block.Items items) {
            int number = 1;
            for (List<Span> item : items.items()) {
                show(number == 1 ? "" : "\n");
                show(items.numbered() ? marker(number) : "• ");
                write(item, "", "");
                number++;
            }
        }
    }

    private String marker(int number) {
        return number + (tight && number >= 100 ? "." : ". ");
    }

    private void write(List<Span> spans, String open, String close) {
        for (Span span : spans) {
            if (span instanceof Span.Strong strong) {
                write(strong.spans(), open.contains("<b>") ? open : open + "<b>", closing(close, "</b>"));
            } else if (span instanceof Span.Emphasis emphasis) {
                write(emphasis.spans(), open.contains("<i>") ? open : open + "<i>", closing(close, "</i>"));
            } else if (span instanceof Span.Code code) {
                // Code can't contain or be inside another entity.
                run(code.text(), "<code>", "</code>");
            } else if (span instanceof Span.Phone phone) {
                run(tight ? phone.number() : international(phone.number()), open, close);
            } else if (span instanceof Span.Mention mention
                    && markup
                    && mention.person().matches("[0-9]{1,20}")) {
                run(mention.label(), open + "<a href=\"tg://user?id=" + mention.person() + "\">", "</a>" + close);
            } else if (span instanceof Span.Link link) {
                link(link, open, close);
            } else {
                run(span.visible(), open, close);
            }
        }
    }

    private static String closing(String close, String tag) {
        return close.contains(tag) ? close : tag + close;
    }

    private void link(Span.Link link, String open, String close) {
        String address = link.address().toString();
        if (link.label().equals(address)) {
            run(address, open, close);
        } else if (markup) {
            run(link.label(), open + "<a href=\"" + escaped(address) + "\">", "</a>" + close);
        } else {
            show(tight ? link.label() : link.label() + " (" + address + ")");
        }
    }

    /** The form of a US number that clients make tappable: {@code +1-} before the ten digits. */
    private static String international(String number) {
        return number.startsWith("+") || number.length() < 10 ? number : "+1-" + number;
    }

    private void run(String text, String open, String close) {
        if (!text.isEmpty()) {
            tag(open);
            show(text);
            tag(close);
        }
    }

    private void tag(String tag) {
        if (markup) {
            out.append(tag);
        }
    }

    private void show(String text) {
        String whole = wellFormed(text);
        shown += whole.length();
        out.append(markup ? escaped(whole) : whole);
    }

    /** Escapes the four characters that Telegram's HTML has references for; any other reference would be shown as typed. */
    private static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            String reference = switch (letter) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                default -> null;
            };
            if (reference != null) {
                escaped = escaped == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : escaped;
                escaped.append(reference);
            } else if (escaped != null) {
                escaped.append(letter);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** A text that every encoder accepts: an unpaired surrogate, which JSON can't carry, becomes U+FFFD. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isSurrogate(letter)) {
                if (isPair(text, i)) {
                    i++;
                } else {
                    return repaired(text);
                }
            }
        }
        return text;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            boolean half = letter <= Character.MAX_VALUE && Character.isSurrogate((char) letter);
            repaired.appendCodePoint(half ? '\uFFFD' : letter);
        });
        return repaired.toString();
    }
}
