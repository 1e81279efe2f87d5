package org.campaignbot.content.text;

import java.util.List;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.BlockPattern;
import org.campaignbot.flow.Template.Kind;
import org.campaignbot.flow.Template.SpanPattern;

/** Compiles the texts that authors write. */
public final class AuthorText {

    private AuthorText() {}

    /** Compiles a text of blocks, in the Markdown that FORMAT.md lists. */
    public static Template blocks(Node.Scalar text, Problems problems, InsertVisitor visitor) {
        return new MarkdownReader(Braced.read(text, problems, visitor), false, problems).read();
    }

    /** The same of a text that somebody typed in a form or a chat, where a new line is meant as one. */
    static Template typed(Node.Scalar text, Problems problems, InsertVisitor visitor) {
        return new MarkdownReader(Braced.read(text, problems, visitor), true, problems).read();
    }

    /** Compiles a one-line text without markup, such as a label; markup characters are plain text in it. */
    public static Template line(Node.Scalar text, Problems problems, InsertVisitor visitor) {
        Braced braced = Braced.read(text, problems, visitor);
        Spans spans = new Spans(braced, problems);
        // Each line break becomes one space, so that offsets stay those of the source.
        spans.text(braced.text().replace('\n', ' ').stripTrailing(), 0);
        List<SpanPattern> line = spans.done();
        return new Template(line.isEmpty() ? List.of() : List.of(new BlockPattern(Kind.PARAGRAPH, List.of(line))));
    }
}
