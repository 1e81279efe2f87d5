package org.campaignbot.terminal;

import java.io.PrintStream;
import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Prints messages to a terminal. */
public final class TerminalChannel implements Channel {

    /** The channel's name in addresses. */
    public static final String NAME = "terminal";

    private static final int COLUMNS = 80;

    private final PrintStream out;
    private final TerminalText text = new TerminalText(COLUMNS);

    /** A channel that prints to a stream. */
    public TerminalChannel(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Surface surface(Address address) {
        return Surface.PLAIN_TEXT;
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        out.println();
        out.print(text.write(message.text()));
        out.flush();
        return out.checkError() ? new SendOutcome.Refused("the terminal is closed") : new SendOutcome.Sent();
    }

    /** Writes rich text as plain lines with a maximum width. */
    static final class TerminalText {

        private static final String QUOTE = "  | ";

        private final int columns;

        /** Writes lines of at most this many columns; a longer word, such as a URL, gets its own line. */
        public TerminalText(int columns) {
            this.columns = columns;
        }

        /** The lines of a text, with an empty line between blocks and a line break after each line. */
        public String write(RichText text) {
            StringBuilder out = new StringBuilder();
            for (Block block : text.blocks()) {
                if (!out.isEmpty()) {
                    out.append('\n');
                }
                if (block instanceof Block.Paragraph paragraph) {
                    wrap(out, "", "", words(paragraph.spans()));
                } else if (block instanceof Block.Quote quote) {
                    wrap(out, QUOTE, QUOTE, words(quote.spans()));
                } else if (block instanceof Block.Items items) {
                    items(out, items);
                }
            }
            return out.toString();
        }

        private void items(StringBuilder out, Block.Items items) {
            int number = 1;
            int width = Integer.toString(items.items().size()).length();
            for (List<Span> item : items.items()) {
                String marker = items.numbered()
                        ? " ".repeat(width - Integer.toString(number).length()) + number + ". "
                        : "- ";
                wrap(out, "  " + marker, " ".repeat(marker.length() + 2), words(item));
                number++;
            }
        }

        private static String words(List<Span> spans) {
            StringBuilder words = new StringBuilder();
            for (Span span : spans) {
                if (span instanceof Span.Link link) {
                    String address = link.address().toString();
                    words.append(link.label().equals(address) ? address : link.label() + " (" + address + ")");
                } else if (span instanceof Span.Strong strong) {
                    words.append(words(strong.spans()));
                } else if (span instanceof Span.Emphasis emphasis) {
                    words.append(words(emphasis.spans()));
                } else {
                    words.append(span.visible());
                }
            }
            return words.toString();
        }

        private void wrap(StringBuilder out, String first, String others, String words) {
            String indent = first;
            for (String line : words.split("\n", -1)) {
                StringBuilder row = new StringBuilder(indent);
                int used = indent.length();
                boolean empty = true;
                for (String word : line.stripTrailing().split(" +", -1)) {
                    int length = word.codePointCount(0, word.length());
                    if (!empty && used + 1 + length > columns) {
                        out.append(row).append('\n');
                        row = new StringBuilder(others);
                        used = others.length();
                        empty = true;
                    }
                    row.append(empty ? "" : " ").append(word);
                    used += length + (empty ? 0 : 1);
                    empty = false;
                }
                out.append(row).append('\n');
                indent = others;
            }
        }
    }
}
