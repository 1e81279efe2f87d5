package org.campaignbot.content.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.content.format.NodeKind.Form.Simple;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one mapping with the types that the format defines; anything else becomes a problem. */
public final class Fields {

    private static final Set<String> YES_NO = Set.of("yes", "no");

    private final Node.Mapping mapping;
    private final String what;
    private final Problems problems;

    /** Keys whose text isn't one that they take. */
    private final Set<String> refused = new HashSet<>();

    private Fields(Node.Mapping mapping, String what, Problems problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
    }

    /** Reads a node that must be a mapping of a kind; reports unknown and missing keys, and texts that can't stand there. */
    public static Fields closed(@Nullable Node node, NodeKind kind, Problems problems) {
        return closed(node, node == null ? Place.startOf("") : node.place(), kind, problems);
    }

    /** Reads the value of an entry in the same way; what is missing is reported at its key. */
    public static Fields closed(Node.Entry entry, NodeKind kind, Problems problems) {
        return closed(entry.value(), entry.key().place(), kind, problems);
    }

    /** Reads a node in the same way; what is missing is reported at {@code place}. */
    public static Fields closed(@Nullable Node node, Place place, NodeKind kind, Problems problems) {
        Fields fields = open(node, kind.what(), problems);
        if (!(node instanceof Node.Mapping)) {
            return fields;
        }
        List<String> names = kind.names();
        for (Node.Entry entry : fields.mapping.entries()) {
            if (!names.contains(entry.name()) && kind.others() == null) {
                problems.add(
                        ProblemKind.UNKNOWN_KEY,
                        entry.key().place(),
                        kind.what() + " has no key \"" + entry.name() + "\"",
                        Nearest.fix(entry.name(), names));
            }
        }
        for (NodeKind.Key key : kind.keys()) {
            if (key.need() == NodeKind.Need.YES) {
                fields.required(key.name(), place);
            }
            fields.check(key.name(), key.form());
        }
        return fields;
    }

    private void check(String key, NodeKind.Form form) {
        if (form instanceof NodeKind.Form.OneOf oneOf) {
            if (oneOf(key, oneOf.values()) == null) {
                refused.add(key);
            }
        } else if (form instanceof NodeKind.Form.Plain || form == Simple.TEXT || form == Simple.ADDRESS) {
            text(key);
        } else if (form == Simple.TEXTS) {
            texts(key);
        } else if (form == Simple.YES_NO) {
            oneOf(key, YES_NO);
        } else if (form instanceof Simple simple && simple.said() != null) {
            for (Node.Scalar text : form == Simple.LANGUAGES
                    ? texts(key)
                    : Stream.ofNullable(text(key)).toList()) {
                if (!text.text().matches(simple.pattern())) {
                    problems.add(
                            ProblemKind.BAD_VALUE,
                            text.place(),
                            "\"" + text.text() + "\" isn't " + simple.said(),
                            simple.fix());
                    refused.add(key);
                }
            }
        }
    }

    /** Reads a node that must be a mapping of names that the author chose. */
    public static Fields open(@Nullable Node node, String what, Problems problems) {
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

    /** The entries in the author's order. */
    public List<Node.Entry> entries() {
        return mapping.entries();
    }

    /** Where the mapping begins. */
    public Place place() {
        return mapping.place();
    }

    /** Whether a key is there. */
    public boolean has(String key) {
        return mapping.get(key) != null;
    }

    /** The place of a key's name; the mapping's own place if the key is missing. */
    public Place placeOf(String key) {
        for (Node.Entry entry : mapping.entries()) {
            if (entry.name().equals(key)) {
                return entry.key().place();
            }
        }
        return place();
    }

    /** The value of a key, or null. */
    public @Nullable Node node(String key) {
        return mapping.get(key);
    }

    /** The value of a required key. */
    public @Nullable Node required(String key, Place place) {
        Node node = mapping.get(key);
        if (node == null) {
            problems.add(ProblemKind.MISSING_KEY, place, what + " needs the key \"" + key + "\"");
        }
        return node;
    }

    /** The text of a key, or null if there is none that the key takes. */
    public Node.@Nullable Scalar text(String key) {
        Node node = mapping.get(key);
        return node == null || refused.contains(key) ? null : text(node, key, problems);
    }

    /** The text of a required key, or null if it's missing or isn't text. */
    public Node.@Nullable Scalar requiredText(String key, Place place) {
        Node node = required(key, place);
        return node == null ? null : text(node, key, problems);
    }

    /** A node as a nonempty text. */
    public static Node.@Nullable Scalar text(Node node, String key, Problems problems) {
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
    public List<Node.Scalar> texts(String key) {
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
    public boolean yes(String key) {
        Node.Scalar text = oneOf(key, YES_NO);
        return text != null && text.text().equals("yes");
    }

    /** The text of a key that allows only certain values. */
    public Node.@Nullable Scalar oneOf(String key, Collection<String> values) {
        Node.Scalar text = text(key);
        if (text != null && !values.contains(text.text())) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    text.place(),
                    "\"" + key + "\" cannot be \"" + text.text() + "\"",
                    Nearest.fix(text.text(), values));
            return null;
        }
        return text;
    }
}
