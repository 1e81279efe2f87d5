package org.campaignbot.content.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignbot.alert.check.ReadWords;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;

/**
 * An organizer's text in the small Markdown of packs, the same for all readers.
 *
 * @param text what is shown; it contains no values, because nothing is known about a reader
 * @param problems what is wrong with it, by line and column
 */
public record OrganizerText(RichText text, List<Problem> problems) {

    private static final Set<String> MISLEADING =
            Set.of(ProblemKind.MISLEADING_LINK.code(), ProblemKind.HIDDEN_LETTER.code());

    public OrganizerText {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a text.
     *
     * @param name the text's name in reported problems
     */
    public static OrganizerText read(String name, String text) {
        Problems problems = new Problems();
        Place start = new Place(name, 1, 1);
        // Forms and phones end lines differently.
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        Template template = AuthorText.typed(
                new Node.Scalar(start, lines, start),
                problems,
                (insert, place) -> problems.add(
                        ProblemKind.UNKNOWN_VALUE,
                        place,
                        "{" + insert.path() + "} has no value here",
                        "an alert says the same to everybody; write a brace that is to be seen as {{"));
        return new OrganizerText(
                new RichText(
                        template.blocks().stream().map(OrganizerText::block).toList()),
                problems.sorted());
    }

    /** The text in the form that alert checks use; they look for misleading content by themselves. */
    public ReadWords words() {
        return new ReadWords(
                text,
                problems.stream()
                        .filter(each -> !MISLEADING.contains(each.code()) && !isNumber(each))
                        .map(each -> "Line " + each.line() + ": " + each.message())
                        .toList(),
                problems.stream()
                        .filter(OrganizerText::isNumber)
                        .map(each -> Spans.number(each.message()))
                        .toList());
    }

    private static boolean isNumber(Problem problem) {
        return problem.code().equals(ProblemKind.PLAIN_NUMBER.code());
    }

    private static Block block(Template.BlockPattern pattern) {
        List<List<Span>> lines =
                pattern.lines().stream().map(OrganizerText::spans).toList();
        return switch (pattern.kind()) {
            case PARAGRAPH -> new Block.Paragraph(lines.get(0));
            case QUOTE -> new Block.Quote(lines.get(0));
            case BULLETS -> new Block.Items(false, lines);
            case NUMBERS -> new Block.Items(true, lines);
        };
    }

    private static List<Span> spans(List<SpanPattern> patterns) {
        List<Span> spans = new ArrayList<>(patterns.size());
        for (SpanPattern pattern : patterns) {
            if (pattern instanceof Template.Fixed fixed) {
                spans.add(fixed.span());
            } else if (pattern instanceof Template.Strong strong) {
                spans.add(new Span.Strong(spans(strong.spans())));
            } else if (pattern instanceof Template.Emphasis emphasis) {
                spans.add(new Span.Emphasis(spans(emphasis.spans())));
            } else if (pattern instanceof Template.Insert insert) {
                spans.add(new Span.Plain("{" + insert.path() + "}"));
            }
        }
        return spans;
    }
}
