package org.campaignbot.message;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A text in blocks, without any platform's markup. */
public record RichText(List<Block> blocks) {

    /** An empty text. */
    public static final RichText EMPTY = new RichText(List.of());

    public RichText {
        blocks = List.copyOf(blocks);
    }

    /** A text of one plain paragraph. */
    public static RichText of(String text) {
        return new RichText(List.of(new Block.Paragraph(List.of(new Span.Plain(text)))));
    }

    /** This text with another below it. */
    public RichText plus(RichText below) {
        if (below.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return below;
        }
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(below.blocks);
        return new RichText(all);
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** The visible characters, with blocks separated by an empty line. */
    public String visible() {
        StringJoiner visible = new StringJoiner("\n\n");
        for (Block block : blocks) {
            visible.add(block.visible());
        }
        return visible.toString();
    }

    /** The links in it, in reading order. */
    public List<Span.Link> links() {
        List<Span.Link> links = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                addLinks(paragraph.spans(), links);
            } else if (block instanceof Block.Quote quote) {
                addLinks(quote.spans(), links);
            } else if (block instanceof Block.Items list) {
                list.items().forEach(item -> addLinks(item, links));
            }
        }
        return links;
    }

    private static void addLinks(List<Span> spans, List<Span.Link> links) {
        for (Span span : spans) {
            if (span instanceof Span.Link link) {
                links.add(link);
            } else if (span instanceof Span.Strong strong) {
                addLinks(strong.spans(), links);
            } else if (span instanceof Span.Emphasis emphasis) {
                addLinks(emphasis.spans(), links);
            }
        }
    }
}
