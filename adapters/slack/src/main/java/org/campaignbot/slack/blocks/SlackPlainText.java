package org.campaignbot.slack.blocks;

import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;

/**
 * Writes rich text as the {@code text} beside a message's blocks: all of it, because screen readers and notifications read that.
 *
 * <p>It's escaped like mrkdwn. Emphasis marks have no escape, so a star may make a word bold in a notification; in the message
 * itself, which is made of blocks, it's a star.
 */
public final class SlackPlainText {

    /** The maximum length that Slack recommends for {@code text} (docs.slack.dev, chat.postMessage). */
    public static final int LIMIT = 4000;

    private final boolean addresses;
    private final StringBuilder out = new StringBuilder();

    private SlackPlainText(boolean addresses) {
        this.addresses = addresses;
    }

    /**
     * The whole text, with link addresses if there is room; cut only if it has so many escaped characters that it would still be
     * too long.
     */
    public static String of(RichText text) {
        String full = Mrkdwn.escaped(new SlackPlainText(true).write(text));
        return full.length() <= LIMIT ? full : cut(new SlackPlainText(false).write(text));
    }

    private static String cut(String text) {
        StringBuilder out = new StringBuilder();
        for (int letter : text.codePoints().toArray()) {
            String escaped = Mrkdwn.escaped(Character.toString(letter));
            if (out.length() + escaped.length() >= LIMIT) {
                return out.append('…').toString();
            }
            out.append(escaped);
        }
        return out.toString();
    }

    private String write(RichText text) {
        for (Block block : text.blocks()) {
            out.append(out.isEmpty() ? "" : "\n\n");
            if (block instanceof Block.Items items) {
                for (int i = 0; i < items.items().size(); i++) {
                    out.append(i == 0 ? "" : "\n").append(items.numbered() ? (i + 1) + ". " : "• ");
                    write(items.items().get(i));
                }
            } else {
                write(block instanceof Block.Quote quote ? quote.spans() : ((Block.Paragraph) block).spans());
            }
        }
        return out.toString();
    }

    private void write(List<Span> spans) {
        for (Span span : spans) {
            if (span instanceof Span.Strong strong) {
                write(strong.spans());
            } else if (span instanceof Span.Emphasis emphasis) {
                write(emphasis.spans());
            } else {
                out.append(span.visible());
                if (addresses
                        && span instanceof Span.Link link
                        && !link.label().equals(link.address().toString())) {
                    out.append(" (").append(link.address()).append(')');
                }
            }
        }
    }
}
