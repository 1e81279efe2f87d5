package campaignbot.content.text;

import campaignbot.content.problem.Problems;
import campaignbot.content.yaml.Node;
import campaignbot.flow.Template;
import campaignbot.flow.Template.BlockPattern;
import campaignbot.flow.Template.Kind;
import campaignbot.flow.Template.SpanPattern;
import java.util.List;

/** Compiles the texts that authors write. */
public final class AuthorText {

    private AuthorText() {}

    /** Compiles a text of blocks, in the Markdown that FORMAT.md lists. */
    public static Template blocks(Node.Scalar text, Problems problems, InsertVisitor visitor) {
        return new MarkdownReader(Braced.read(text, problems, visitor), problems).read();
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
