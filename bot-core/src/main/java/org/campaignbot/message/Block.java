package org.campaignbot.message;

import java.util.List;

/** A part of a text with its own lines. */
public sealed interface Block {

    /** The visible characters, with items and lines separated by line breaks. */
    String visible();

    /** A paragraph; a line break inside it is a {@code \n} in a plain span. */
    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        @Override
        public String visible() {
            return Span.visible(spans);
        }
    }

    /** Words for someone to say or copy, such as a call script. */
    record Quote(List<Span> spans) implements Block {
        public Quote {
            spans = List.copyOf(spans);
        }

        @Override
        public String visible() {
            return Span.visible(spans);
        }
    }

    /** A list, numbered if the order or the number matters. */
    record Items(boolean numbered, List<List<Span>> items) implements Block {
        /** The widest marker that a surface may put before an item, such as {@code "10. "}, in characters. */
        private static final int MARKER = 4;

        public Items {
            items = items.stream().map(List::copyOf).toList();
        }

        @Override
        public String visible() {
            StringBuilder text = new StringBuilder();
            for (List<Span> item : items) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(" ".repeat(MARKER))
                        .append(Span.visible(item));
            }
            return text.toString();
        }
    }
}
