package org.campaignbot.flow;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An author's text, parsed once: blocks of spans, some of which are filled with values when it is said.
 *
 * <p>Values are inserted after the markup was parsed, as plain spans, so nobody's name becomes a link.
 */
public record Template(List<BlockPattern> blocks) {

    public Template {
        blocks = List.copyOf(blocks);
    }

    /** The kinds of block in authors' texts. */
    public enum Kind {
        PARAGRAPH,
        QUOTE,
        BULLETS,
        NUMBERS
    }

    /** A block: one line of spans, or one line per item in a list. */
    public record BlockPattern(Kind kind, List<List<SpanPattern>> lines) {
        public BlockPattern {
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    /** A span, fixed or to be filled. */
    public sealed interface SpanPattern {}

    /** A span that is always the same. */
    public record Fixed(org.campaignbot.message.Span span) implements SpanPattern {}

    /** Important text, as in bold. */
    public record Strong(List<SpanPattern> spans) implements SpanPattern {
        public Strong {
            spans = List.copyOf(spans);
        }
    }

    /** Emphasized text, as in italics. */
    public record Emphasis(List<SpanPattern> spans) implements SpanPattern {
        public Emphasis {
            spans = List.copyOf(spans);
        }
    }

    /** A placeholder for a value, such as {@code {senator.name, else your senator}}. */
    public record Insert(String path, @Nullable String orElse) implements SpanPattern {}

    /** Passes every insert to a visitor, for checking names. */
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
