package org.campaignbot.message;

import java.util.ArrayList;
import java.util.List;

/** Makes a message fit a surface: splits it, shortens labels, numbers the choices. */
public final class Fit {

    private static final String ELLIPSIS = "…";

    private Fit() {}

    /**
     * Splits one message into messages that fit a surface, in order; the choices are below the last.
     *
     * <p>If there are more choices than buttons, they are numbered in the text in the order in which the engine counts them, so
     * that a typed number always means what the reader saw.
     */
    public static List<Message> fit(Message message, Surface surface) {
        RichText text = message.text();
        List<Choice> buttons = message.choices();
        if (buttons.size() > surface.choiceLimit()) {
            text = text.plus(numbered(buttons));
            buttons = List.of();
        } else {
            buttons = shortened(buttons, surface.labelLimit());
        }
        if (text.visible().length() <= surface.textLimit()) {
            return List.of(message.with(text, buttons));
        }
        List<RichText> pieces = Split.split(text, surface.textLimit());
        List<Message> messages = new ArrayList<>(pieces.size());
        for (RichText piece : pieces.subList(0, pieces.size() - 1)) {
            messages.add(message.lead(piece));
        }
        messages.add(message.with(pieces.get(pieces.size() - 1), buttons));
        return messages;
    }

    private static RichText numbered(List<Choice> choices) {
        List<List<Span>> presses = new ArrayList<>();
        List<List<Span>> pages = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice instanceof Choice.Open open) {
                pages.add(List.of(new Span.Link(open.label(), open.address())));
            } else {
                presses.add(List.of(new Span.Plain(choice.label())));
            }
        }
        List<Block> blocks = new ArrayList<>(2);
        if (!pages.isEmpty()) {
            blocks.add(new Block.Items(false, pages));
        }
        if (!presses.isEmpty()) {
            blocks.add(new Block.Items(true, presses));
        }
        return new RichText(blocks);
    }

    private static List<Choice> shortened(List<Choice> choices, int limit) {
        for (Choice choice : choices) {
            if (choice.label().length() > limit) {
                return choices.stream().map(each -> shortened(each, limit)).toList();
            }
        }
        return choices;
    }

    private static Choice shortened(Choice choice, int limit) {
        if (choice.label().length() <= limit) {
            return choice;
        }
        int end = Split.wholeCharacters(choice.label(), limit - ELLIPSIS.length());
        String label = choice.label().substring(0, end).strip() + ELLIPSIS;
        if (choice instanceof Choice.Press press) {
            return new Choice.Press(label, press.flow(), press.step(), press.answer());
        }
        Choice.Open open = (Choice.Open) choice;
        return new Choice.Open(label, open.address(), open.inside());
    }

    /** Splits a text into pieces of limited length: between blocks if possible, else between sentences, else between words. */
    static final class Split {

        /** The characters between two blocks of a visible text. */
        private static final int GAP = 2;

        private Split() {}

        static List<RichText> split(RichText text, int limit) {
            List<RichText> pieces = new ArrayList<>();
            List<Block> piece = new ArrayList<>();
            int length = 0;
            for (Block block : text.blocks()) {
                for (Block part : cut(block, limit)) {
                    int more = part.visible().length();
                    if (!piece.isEmpty() && length + GAP + more > limit) {
                        pieces.add(new RichText(piece));
                        piece.clear();
                        length = 0;
                    }
                    length += more + (piece.isEmpty() ? 0 : GAP);
                    piece.add(part);
                }
            }
            if (!piece.isEmpty()) {
                pieces.add(new RichText(piece));
            }
            return pieces;
        }

        private static List<Block> cut(Block block, int limit) {
            if (block.visible().length() <= limit) {
                return List.of(block);
            }
            List<Block> parts = new ArrayList<>();
            if (block instanceof Block.Items items) {
                // Cut a list into plain paragraphs, because a second list would number its items from 1 again.
                int number = 1;
                for (List<Span> item : items.items()) {
                    List<Span> marked = new ArrayList<>();
                    marked.add(new Span.Plain(items.numbered() ? number++ + ". " : "• "));
                    marked.addAll(item);
                    parts.addAll(cut(new Block.Paragraph(marked), limit));
                }
            } else {
                List<Span> rest =
                        block instanceof Block.Quote quote ? quote.spans() : ((Block.Paragraph) block).spans();
                while (Span.visible(rest).length() > limit) {
                    int end = end(Span.visible(rest), limit);
                    parts.add(like(block, range(rest, 0, end)));
                    rest = range(rest, end, Integer.MAX_VALUE);
                }
                if (!rest.isEmpty()) {
                    parts.add(like(block, rest));
                }
            }
            return parts;
        }

        private static Block like(Block block, List<Span> spans) {
            return block instanceof Block.Quote ? new Block.Quote(spans) : new Block.Paragraph(spans);
        }

        /** Where to cut: after the last sentence that fits, else after the last word, else anywhere but inside a character. */
        private static int end(String text, int limit) {
            int word = 0;
            for (int i = Math.min(limit, text.length() - 1); i > 0; i--) {
                if (Character.isWhitespace(text.charAt(i - 1))) {
                    if (i > 1 && ".!?\n".indexOf(text.charAt(i - 2)) >= 0) {
                        return i;
                    }
                    word = word == 0 ? i : word;
                }
            }
            return word > 0 ? word : wholeCharacters(text, limit);
        }

        /** The largest index up to a limit that doesn't split a surrogate pair. */
        static int wholeCharacters(String text, int limit) {
            boolean insidePair = limit > 0
                    && limit < text.length()
                    && Character.isHighSurrogate(text.charAt(limit - 1))
                    && Character.isLowSurrogate(text.charAt(limit));
            // A limit of one can't fit a pair: then the pair stays whole, because a piece without progress would loop
            // forever.
            return insidePair ? (limit > 1 ? limit - 1 : 2) : limit;
        }

        /** The spans of a range of visible characters; each keeps its kind. */
        private static List<Span> range(List<Span> spans, int from, int to) {
            List<Span> part = new ArrayList<>();
            int at = 0;
            for (Span span : spans) {
                int length = span.visible().length();
                int start = Math.max(from - at, 0);
                int end = Math.min(to - at, length);
                if (start < end) {
                    part.add(start == 0 && end == length ? span : range(span, start, end));
                }
                at += length;
            }
            return part;
        }

        private static Span range(Span span, int from, int to) {
            if (span instanceof Span.Strong strong) {
                return new Span.Strong(range(strong.spans(), from, to));
            }
            if (span instanceof Span.Emphasis emphasis) {
                return new Span.Emphasis(range(emphasis.spans(), from, to));
            }
            String text = span.visible().substring(from, to);
            if (span instanceof Span.Link link) {
                return new Span.Link(text, link.address());
            }
            if (span instanceof Span.Mention mention) {
                return new Span.Mention(mention.person(), text);
            }
            // Half a phone number must not be tappable, and half a moment is just words.
            return span instanceof Span.Plain || span instanceof Span.Moment
                    ? new Span.Plain(text)
                    : new Span.Code(text);
        }
    }
}
