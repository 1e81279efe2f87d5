package campaignbot.flow;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An author's text, parsed once: blocks of spans, some of which are filled from values when it is said.
 *
 * <p>Values go in after the markup was read, as plain spans, so nobody's name becomes a link.
 */
public record Template(List<BlockPattern> blocks) {

    public Template {
        blocks = List.copyOf(blocks);
    }

    /** The kinds of block that authors write. */
    public enum Kind {
        PARAGRAPH,
        QUOTE,
        BULLETS,
        NUMBERS
    }

    /** A block: one line of spans, or an item a line in a list. */
    public record BlockPattern(Kind kind, List<List<SpanPattern>> lines) {
        public BlockPattern {
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    /** A span, fixed or to be filled. */
    public sealed interface SpanPattern {}

    /** A span that is always the same. */
    public record Fixed(campaignbot.message.Span span) implements SpanPattern {}

    /** Text of weight. */
    public record Strong(List<SpanPattern> spans) implements SpanPattern {
        public Strong {
            spans = List.copyOf(spans);
        }
    }

    /** Stressed text. */
    public record Emphasis(List<SpanPattern> spans) implements SpanPattern {
        public Emphasis {
            spans = List.copyOf(spans);
        }
    }

    /** The place of a value, as {@code {senator.name, else your senator}}. */
    public record Insert(String path, @Nullable String orElse) implements SpanPattern {}

    /** Shows every insert to a visitor, for checks of names. */
    public void eachInsert(Consumer<Insert> visitor) {
        for (BlockPattern block : blocks) {
            for (List<SpanPattern> line : block.lines()) {
                eachInsert(line, visitor);
            }
        }
    }

    private static void eachInsert(List<SpanPattern> spans, Consumer<Insert> visitor) {
        for (SpanPattern span : spans) {
            if (span instanceof Insert insert) {
                visitor.accept(insert);
            } else if (span instanceof Strong strong) {
                eachInsert(strong.spans(), visitor);
            } else if (span instanceof Emphasis emphasis) {
                eachInsert(emphasis.spans(), visitor);
            }
        }
    }
}
