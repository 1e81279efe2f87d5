package org.campaignbot.content.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.message.HiddenLetters;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds nodes from the parser's events.
 *
 * <p>The library's own nodes would do, but they resolve tags and aliases, allow duplicate keys and nest without limit.
 */
final class NodeBuilder {

    private static final int DEEPEST = 30;

    private final String file;
    private final List<String> lines;
    private final Problems problems;

    /** Whether the file itself contains an invisible letter, which is already reported. */
    private final boolean hidden;

    /** Whether the rest is ignored because it's nested deeper than anything a person wrote. */
    private boolean stopped;

    NodeBuilder(String file, String text, Problems problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.problems = problems;
        this.hidden = HiddenLetters.first(text).isPresent();
    }

    /** The root of the first document, or null if the file has none or wasn't read to its end. */
    @Nullable
    Node build(Iterable<Event> events) {
        Node root = null;
        Iterator<Event> rest = events.iterator();
        while (!stopped && rest.hasNext()) {
            Event event = rest.next();
            if (event instanceof DocumentStartEvent && root != null) {
                problems.add(
                        ProblemKind.NOT_YAML,
                        place(event.getStartMark()),
                        "a second document begins here",
                        "take out the line of three hyphens");
                return root;
            } else if (event instanceof NodeEvent node) {
                root = node(node, rest, 0);
            }
        }
        boolean isEmpty = root instanceof Node.Scalar scalar && scalar.text().isEmpty();
        return stopped || isEmpty ? null : root;
    }

    private Node node(NodeEvent event, Iterator<Event> rest, int depth) {
        Place place = place(event.getStartMark());
        if (event.getAnchor().isPresent()) {
            String sign = event instanceof AliasEvent ? "the alias *" : "the anchor &";
            problems.add(ProblemKind.ALIAS, place, sign + event.getAnchor().get() + " cannot stand here");
        }
        if (event instanceof ScalarEvent scalar) {
            escaped(scalar, place);
            return new Node.Scalar(place, scalar.getValue(), body(scalar, place));
        }
        if (depth == DEEPEST) {
            problems.add(
                    ProblemKind.NOT_YAML, place, "this is nested deeper than " + DEEPEST + " levels", "flatten it");
            stopped = true;
        } else if (event instanceof SequenceStartEvent) {
            List<Node> items = new ArrayList<>();
            for (Event next = next(rest); next instanceof NodeEvent item; next = next(rest)) {
                items.add(node(item, rest, depth + 1));
            }
            return new Node.Sequence(place, items);
        } else if (event instanceof MappingStartEvent) {
            return mapping(place, rest, depth);
        }
        return new Node.Scalar(place, "", null);
    }

    /** Reports invisible letters that were written as an escape, as in "\\u202E". */
    private void escaped(ScalarEvent scalar, Place place) {
        String value = scalar.getValue();
        if (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && !hidden) {
            HiddenLetters.first(value)
                    .ifPresent(at -> problems.add(
                            ProblemKind.HIDDEN_LETTER,
                            place,
                            HiddenLetters.name(value, at) + " stands here, which nobody sees"));
        }
    }

    private Node mapping(Place place, Iterator<Event> rest, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event next = next(rest); next instanceof NodeEvent first; next = next(rest)) {
            Node key = node(first, rest, depth + 1);
            if (!(next(rest) instanceof NodeEvent second)) {
                break;
            }
            Node value = node(second, rest, depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                problems.add(ProblemKind.WRONG_TYPE, key.place(), "a key must be a word", "quote it if it is a text");
            } else if (!keys.add(name.text())) {
                problems.add(ProblemKind.DUPLICATE_KEY, name.place(), "\"" + name.text() + "\" stands here twice");
            } else {
                entries.add(new Node.Entry(name, value));
            }
        }
        // The parser's position of a block mapping is that of its first key, which is what a reader looks for.
        return new Node.Mapping(place, entries);
    }

    /** The next event; null if reading has stopped. The end of a list or mapping is an event without a node. */
    private @Nullable Event next(Iterator<Event> rest) {
        return stopped ? null : rest.next();
    }

    private @Nullable Place body(ScalarEvent scalar, Place start) {
        Mark end = scalar.getEndMark().orElse(null);
        if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            for (int line = start.line(); line < lines.size(); line++) {
                String text = lines.get(line);
                if (!text.isBlank()) {
                    int indent = text.length() - text.stripLeading().length();
                    return new Place(file, start.line() + 1, indent + 1);
                }
            }
            return null;
        }
        int quotes = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        int length = scalar.getValue().codePointCount(0, scalar.getValue().length());
        boolean asItIs = end != null
                && end.getLine() + 1 == start.line()
                && end.getColumn() + 1 - start.column() == length + 2 * quotes;
        return asItIs ? new Place(file, start.line(), start.column() + quotes) : null;
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Place.startOf(file));
    }
}
