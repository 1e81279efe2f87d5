package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one mapping with the types that the format defines; anything else becomes a problem. */
final class Fields {

    private static final Set<String> YES_NO = Set.of("yes", "no");

    private final Node.Mapping mapping;
    private final String what;
    private final Problems problems;

    private Fields(Node.Mapping mapping, String what, Problems problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
    }

    /** Reads a node that must be a mapping with only these keys; {@code what} names it in problems, as {@code a step}. */
    static Fields closed(@Nullable Node node, String what, Collection<String> keys, Problems problems) {
        Fields fields = open(node, what, problems);
        for (Node.Entry entry : fields.mapping.entries()) {
            if (!keys.contains(entry.name())) {
                problems.add(
                        ProblemKind.UNKNOWN_KEY,
                        entry.key().place(),
                        what + " has no key \"" + entry.name() + "\"",
                        Nearest.mend(entry.name(), keys));
            }
        }
        return fields;
    }

    /** Reads a node that must be a mapping of names that the author chose. */
    static Fields open(@Nullable Node node, String what, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return new Fields(mapping, what, problems);
        }
        if (node != null) {
            problems.add(
                    ProblemKind.WRONG_TYPE,
                    node.place(),
                    what + " must be a mapping of keys",
                    "write its keys below it, indented, each with a colon");
        }
        return new Fields(new Node.Mapping(node == null ? Place.startOf("") : node.place(), List.of()), what, problems);
    }

    List<Node.Entry> entries() {
        return mapping.entries();
    }

    Place place() {
        return mapping.place();
    }

    boolean has(String key) {
        return mapping.get(key) != null;
    }

    /** The place of a key's name; the mapping's own place if the key is missing. */
    Place placeOf(String key) {
        for (Node.Entry entry : mapping.entries()) {
            if (entry.name().equals(key)) {
                return entry.key().place();
            }
        }
        return place();
    }

    @Nullable
    Node node(String key) {
        return mapping.get(key);
    }

    /** The value of a required key. */
    @Nullable
    Node required(String key, Place place) {
        Node node = mapping.get(key);
        if (node == null) {
            problems.add(ProblemKind.MISSING_KEY, place, what + " needs the key \"" + key + "\"");
        }
        return node;
    }

    /** The text of a key, or null if there is none. */
    Node.@Nullable Scalar text(String key) {
        Node node = mapping.get(key);
        return node == null ? null : text(node, key, problems);
    }

    Node.@Nullable Scalar requiredText(String key, Place place) {
        Node node = required(key, place);
        return node == null ? null : text(node, key, problems);
    }

    /** A node as a nonempty text. */
    static Node.@Nullable Scalar text(Node node, String key, Problems problems) {
        if (!(node instanceof Node.Scalar scalar)) {
            problems.add(
                    ProblemKind.WRONG_TYPE, node.place(), "\"" + key + "\" must be a text", "write it on one line");
            return null;
        }
        if (scalar.text().isBlank()) {
            problems.add(
                    ProblemKind.MISSING_KEY, node.place(), "\"" + key + "\" is empty", "write a text, or take it out");
            return null;
        }
        return scalar;
    }

    /** The texts of a key, which may be one text or a list. */
    List<Node.Scalar> texts(String key) {
        Node node = mapping.get(key);
        List<Node.Scalar> texts = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                Node.Scalar text = text(item, key, problems);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else if (node != null) {
            Node.Scalar text = text(node, key, problems);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Whether a key says yes; false if it's missing. */
    boolean yes(String key) {
        Node.Scalar text = oneOf(key, YES_NO);
        return text != null && text.text().equals("yes");
    }

    /** The text of a key that allows only certain values. */
    Node.@Nullable Scalar oneOf(String key, Collection<String> values) {
        Node.Scalar text = text(key);
        if (text != null && !values.contains(text.text())) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    text.place(),
                    "\"" + key + "\" cannot be \"" + text.text() + "\"",
                    Nearest.mend(text.text(), values));
            return null;
        }
        return text;
    }
}
