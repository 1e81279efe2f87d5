package org.campaignbot.content.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.BlockPattern;
import org.campaignbot.flow.Template.Emphasis;
import org.campaignbot.flow.Template.Fixed;
import org.campaignbot.flow.Template.Kind;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.flow.Template.Strong;
import org.campaignbot.message.LinkLook;
import org.campaignbot.message.Span;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the blocks and spans of one text; Markdown that some surface can't show is a problem. */
final class MarkdownReader {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxInlineNesting(20)
            .maxOpenBlockParsers(20)
            .build();

    private final Braced braced;
    private final boolean keepsLines;
    private final Problems problems;

    /** A reader of one text; {@code keepsLines} is whether a line that its author ended ends for readers, too. */
    MarkdownReader(Braced braced, boolean keepsLines, Problems problems) {
        this.braced = braced;
        this.keepsLines = keepsLines;
        this.problems = problems;
    }

    Template read() {
        List<BlockPattern> blocks = new ArrayList<>();
        for (Node block : children(PARSER.parse(braced.text()))) {
            if (block instanceof Paragraph) {
                blocks.add(new BlockPattern(Kind.PARAGRAPH, List.of(spans(block))));
            } else if (block instanceof BlockQuote) {
                blocks.add(new BlockPattern(Kind.QUOTE, List.of(quote(block))));
            } else if (block instanceof ListBlock list) {
                blocks.add(new BlockPattern(list instanceof BulletList ? Kind.BULLETS : Kind.NUMBERS, items(list)));
            } else {
                unsupported(block);
            }
        }
        return new Template(blocks);
    }

    /** Joins the paragraphs of a quote, because a script is copied and read as one. */
    private List<SpanPattern> quote(Node quote) {
        Spans spans = new Spans(braced, problems);
        boolean first = true;
        for (Node paragraph : children(quote)) {
            if (!(paragraph instanceof Paragraph)) {
                unsupported(paragraph);
                continue;
            }
            if (!first) {
                spans.gap("\n\n");
            }
            first = false;
            inline(paragraph, spans);
        }
        return spans.done();
    }

    private List<List<SpanPattern>> items(ListBlock list) {
        if (list instanceof OrderedList numbers
                && numbers.getMarkerStartNumber() != null
                && numbers.getMarkerStartNumber() != 1) {
            problem(
                    list,
                    "a line that begins with \"" + numbers.getMarkerStartNumber()
                            + ".\" becomes a list that counts from 1");
        }
        List<List<SpanPattern>> items = new ArrayList<>();
        for (Node item : children(list)) {
            List<Node> parts = children(item);
            if (parts.isEmpty()) {
                problem(item, "this item of a list is empty");
            } else if (!(parts.get(0) instanceof Paragraph)) {
                unsupported(parts.get(0));
            } else {
                items.add(spans(parts.get(0)));
                parts.stream().skip(1).forEach(this::unsupported);
            }
        }
        return items;
    }

    private List<SpanPattern> spans(Node parent) {
        Spans spans = new Spans(braced, problems);
        inline(parent, spans);
        return spans.done();
    }

    private void inline(Node parent, Spans spans) {
        for (Node node : children(parent)) {
            if (node instanceof Text text) {
                spans.text(text.getLiteral(), offset(text));
            } else if (node instanceof SoftLineBreak) {
                // Authors of packs wrap their lines, but a reader's screen has another width.
                spans.gap(keepsLines ? "\n" : " ");
            } else if (node instanceof HardLineBreak) {
                spans.gap("\n");
            } else if (node instanceof StrongEmphasis) {
                spans.add(new Strong(spans(node)));
            } else if (node instanceof org.commonmark.node.Emphasis) {
                spans.add(new Emphasis(spans(node)));
            } else if (node instanceof Code code) {
                if (braced.hasInsert(code.getLiteral())) {
                    problem(
                            code,
                            "a value cannot stand in backticks",
                            "take the backticks away: a number that must not be dialed is set as code by itself");
                }
                spans.add(new Fixed(new Span.Code(code.getLiteral())));
            } else if (node instanceof Link link) {
                link(link, spans);
            } else {
                unsupported(node);
            }
        }
    }

    private void link(Link link, Spans spans) {
        StringBuilder label = new StringBuilder();
        link.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                label.append(text.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak softLineBreak) {
                label.append(' ');
            }
        });
        if (braced.hasInsert(label + link.getDestination())) {
            problem(
                    link,
                    "a link cannot hold a value",
                    "name a record of the kind link instead, as {campaign-page.link}");
        } else if (label.isEmpty() || link.getTitle() != null) {
            problem(link, "a link is a label of plain words and an address", "write it as [label](https://…)");
        } else {
            try {
                URI address = new URI(link.getDestination());
                if ("https".equals(address.getScheme()) && address.getHost() != null) {
                    misleading(link, label.toString(), address);
                    spans.add(new Fixed(new Span.Link(label.toString(), address)));
                    return;
                }
            } catch (URISyntaxException e) {
                // Reported below, like every other invalid address.
            }
            problems.add(
                    ProblemKind.NOT_HTTPS, place(link), "\"" + link.getDestination() + "\" isn't an https address");
        }
    }

    private void misleading(Link link, String label, URI address) {
        if (LinkLook.hasUserInformation(address)) {
            problems.add(
                    ProblemKind.MISLEADING_LINK,
                    place(link),
                    "\"" + address + "\" leads to " + LinkLook.host(address)
                            + ", and a name before it looks like the host",
                    "take out what stands before the @, and the @");
        }
        LinkLook.foreignHost(label, address)
                .ifPresent(shown -> problems.add(
                        ProblemKind.MISLEADING_LINK,
                        place(link),
                        "the label says " + shown + ", and the link leads to " + LinkLook.host(address)));
    }

    private void unsupported(Node node) {
        problem(node, name(node) + " cannot be shown on every surface");
    }

    private static String name(Node node) {
        if (node instanceof Heading) {
            return "a heading";
        } else if (node instanceof Image) {
            return "an image";
        } else if (node instanceof HtmlBlock || node instanceof HtmlInline) {
            return "HTML";
        } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            return "a block of code";
        } else if (node instanceof ThematicBreak) {
            return "a line across";
        }
        return node instanceof ListBlock ? "a list in a list or a quote" : "this Markdown";
    }

    private void problem(Node node, String message) {
        problems.add(ProblemKind.UNSUPPORTED_MARKDOWN, place(node), message);
    }

    private void problem(Node node, String message, String fix) {
        problems.add(ProblemKind.UNSUPPORTED_MARKDOWN, place(node), message, fix);
    }

    private Place place(Node node) {
        return braced.placeOf(offset(node));
    }

    private static int offset(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getInputIndex();
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
