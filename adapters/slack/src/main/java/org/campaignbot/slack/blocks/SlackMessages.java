package org.campaignbot.slack.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Block;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.slack.api.SlackJson;
import org.jspecify.annotations.Nullable;

/** Writes a message for Slack: blocks to show, and the same as text. */
public final class SlackMessages {

    private final Buttons buttons;
    private final Forms forms;

    public SlackMessages(Buttons buttons, Forms forms) {
        this.buttons = buttons;
        this.forms = forms;
    }

    /** A message's text and blocks. */
    public record Written(String text, JsonArray blocks) {}

    /** Writes a message, with a button for its form if the person may fill one in. */
    public Written write(Message message, @Nullable ConversationKey own) {
        JsonArray blocks = new JsonArray();
        Headline headline = Headline.of(message.text());
        if (headline != null) {
            JsonObject header = SlackJson.typed("header");
            header.add("text", SlackJson.plainText(headline.words()));
            blocks.add(header);
        }
        RichText text = headline == null ? message.text() : headline.rest();
        if (headline == null || !text.isEmpty()) {
            blocks.add(RichTextBlocks.of(text));
        }
        if (message.form() != null && own != null) {
            forms.addButton(blocks, message.form(), own);
        }
        buttons.addTo(blocks, "", message.choices(), true);
        return new Written(SlackPlainText.of(message.text()), blocks);
    }

    /**
     * The first line of a message, if it's strong: Slack shows it as a header, so that what follows, such as a number to dial, stands
     * apart.
     *
     * @param words the headline, at most {@link #LONGEST} characters
     * @param rest the message below it
     */
    record Headline(String words, RichText rest) {

        /** The longest headline, in characters: what fits on two lines of a phone. Block Kit allows 150. */
        private static final int LONGEST = 60;

        /** The headline of a text; null if its first line isn't one. */
        static @Nullable Headline of(RichText text) {
            if (text.isEmpty()
                    || !(text.blocks().get(0) instanceof Block.Paragraph first)
                    || first.spans().isEmpty()
                    || !(first.spans().get(0) instanceof Span.Strong)) {
                return null;
            }
            StringBuilder line = new StringBuilder();
            List<Span> below = new ArrayList<>();
            boolean broken = false;
            for (Span span : first.spans()) {
                String words = span.visible();
                int end = words.indexOf('\n');
                if (broken) {
                    below.add(span);
                } else if (!(span instanceof Span.Plain || (span instanceof Span.Strong && end < 0))) {
                    // A header has no links.
                    return null;
                } else if (end < 0) {
                    line.append(words);
                } else {
                    broken = true;
                    line.append(words, 0, end);
                    if (end + 1 < words.length()) {
                        below.add(new Span.Plain(words.substring(end + 1)));
                    }
                }
            }
            boolean isOneLine = broken || first.spans().size() == 1;
            if (!isOneLine || line.isEmpty() || line.length() > LONGEST) {
                return null;
            }
            List<Block> rest = new ArrayList<>(text.blocks());
            rest.remove(0);
            if (!below.isEmpty()) {
                rest.add(0, new Block.Paragraph(below));
            }
            return new Headline(line.toString(), new RichText(rest));
        }
    }

    /**
     * Writes rich text as the {@code text} beside a message's blocks: all of it, because screen readers and notifications read that.
     *
     * <p>It's escaped like mrkdwn. Emphasis marks have no escape, so a star may make a word bold in a notification; in the message
     * itself, which is made of blocks, it's a star.
     */
    public static final class SlackPlainText {

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
}
