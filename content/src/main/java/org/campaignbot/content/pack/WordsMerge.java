package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Nearest;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Puts each flow's words together before they are read: what a campaign says in place of its kits' words, and the named parts
 * where steps say them.
 *
 * <p>A campaign, or a kit that needs another, replaces words as it translates them: by flow and step in its files of words, those
 * of the flow's own language included. The translations of words that are replaced are no longer said.
 */
final class WordsMerge {

    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String HEARD = "heard";
    private static final String URGENT = "urgent";
    private static final String PARTS = "parts";
    private static final String STEPS = "steps";
    private static final String SAY = "say";
    private static final String ASK = "ask";
    private static final String ANSWERS = "answers";
    private static final String FORM = "form";
    private static final String FIELDS = "fields";
    private static final String LABEL = "label";

    private static final Pattern PART = Pattern.compile("part ([a-z][a-z0-9_-]*)(?: in ([a-z]{2,3}))?");

    /** Parts may say other parts, but not without end. */
    private static final int DEEPEST = 8;

    private final List<Layer> layers;
    private final Problems problems;

    WordsMerge(List<Layer> layers, Problems problems) {
        this.layers = layers;
        this.problems = problems;
    }

    /** The same layers, in which each flow and its translations have the words that are said. */
    List<Layer> merged() {
        List<Layer> merged = new ArrayList<>();
        Map<Language, Node> translated = new HashMap<>(layers.get(0).words());
        Set<String> seen = new HashSet<>();
        for (int owner = 0; owner < layers.size(); owner++) {
            List<Layer.FlowFile> flows = new ArrayList<>();
            for (Layer.FlowFile file : layers.get(owner).flows()) {
                flows.add(seen.add(file.name().text()) ? flow(owner, file, translated) : file);
            }
            merged.add(layers.get(owner).withFlows(flows));
        }
        merged.set(0, merged.get(0).withWords(translated));
        return merged;
    }

    /** A flow with its words; its translations are put into those of the campaign, which come before all others. */
    private Layer.FlowFile flow(int owner, Layer.FlowFile file, Map<Language, Node> translated) {
        Language base = layers.get(owner).base();
        String name = file.name().text();
        Node.Mapping source = source(owner, file);
        Map<Language, Node.Mapping> words = new LinkedHashMap<>();
        for (Language language : languages()) {
            Node.Mapping translation = language.equals(base) ? null : translation(owner, language, name);
            if (translation != null) {
                words.put(language, translation);
            }
        }
        Map<Language, Node.Mapping> parts = new HashMap<>(Map.of(base, mapping(source.get(PARTS), source.place())));
        words.forEach((language, each) -> parts.put(language, mapping(each.get(PARTS), each.place())));
        words.forEach((language, each) -> {
            Node.Mapping all = mapping(
                    translated.get(language), Place.startOf(layers.get(0).packFile()));
            translated.put(language, put(all, file.name(), spoken(each, new Parts(parts, language, base))));
        });
        return new Layer.FlowFile(file.name(), spoken(source, new Parts(parts, base, base)));
    }

    private Set<Language> languages() {
        Set<Language> languages = new LinkedHashSet<>();
        layers.forEach(layer -> languages.addAll(layer.words().keySet()));
        return languages;
    }

    private Node.@Nullable Mapping words(int layer, Language language, String flow) {
        return layers.get(layer).words().get(language) instanceof Node.Mapping all
                        && all.get(flow) instanceof Node.Mapping words
                ? words
                : null;
    }

    /** The flow's file, with the words in its own language that layers above have in their place. */
    private Node.Mapping source(int owner, Layer.FlowFile file) {
        Node.Mapping flow = file.flow();
        for (int i = owner - 1; i >= 0; i--) {
            Node.Mapping words = words(i, layers.get(owner).base(), file.name().text());
            if (words != null && flow.get(STEPS) instanceof Node.Mapping steps) {
                for (Node.Entry entry : words.entries()) {
                    if (steps.get(entry.name()) != null) {
                        Fields.closed(entry, Format.REPLACED_WORDS, problems);
                    }
                }
                Node.Mapping known = new Node.Mapping(
                        words.place(),
                        words.entries().stream()
                                .filter(entry -> steps.get(entry.name()) != null)
                                .toList());
                flow = put(flow, key(flow, STEPS), over(steps, known, WordsMerge::step));
                for (Node.Entry entry : words.entries()) {
                    if (entry.name().equals(TITLE)) {
                        flow = put(flow, entry.key(), text(entry.value()));
                    } else if (Set.of(HEARD, URGENT).contains(entry.name())) {
                        flow = put(flow, entry.key(), entry.value());
                    } else if (entry.name().equals(PARTS)) {
                        flow = put(flow, entry.key(), over(flow.get(PARTS), entry.value(), WordsMerge::whole));
                    }
                }
            }
        }
        return flow;
    }

    /** A flow's translation from its own layer and those above, each over the ones below. */
    private Node.@Nullable Mapping translation(int owner, Language language, String flow) {
        Node.Mapping merged = null;
        for (int i = owner; i >= 0; i--) {
            Node.Mapping replaced =
                    i == owner ? null : words(i, layers.get(owner).base(), flow);
            Node.Mapping words = words(i, language, flow);
            if (merged != null && replaced != null) {
                merged = without(merged, replaced, WordsMerge::stepWithout);
            }
            if (words != null) {
                merged = merged == null ? words : over(merged, words, WordsMerge::translatedStep);
            }
        }
        return merged;
    }

    /** Merges two nodes below a name. */
    private interface Merge {
        Node of(String name, Node lower, Node upper);
    }

    /** A mapping with the entries of another over its own; those that both have are merged. */
    private static Node.Mapping over(@Nullable Node lower, Node upper, Merge merge) {
        Node.Mapping merged = mapping(lower, upper.place());
        for (Node.Entry entry : mapping(upper, upper.place()).entries()) {
            Node before = merged.get(entry.name());
            Node value = before == null ? entry.value() : merge.of(entry.name(), before, entry.value());
            merged = put(merged, entry.key(), value);
        }
        return merged;
    }

    private static Node whole(String name, Node lower, Node upper) {
        return upper;
    }

    private static Node translatedStep(String name, Node lower, Node upper) {
        return Set.of(TITLE, HEARD, URGENT).contains(name)
                ? upper
                : name.equals(PARTS) ? over(lower, upper, WordsMerge::whole) : step(name, lower, upper);
    }

    private static Node step(String name, Node lower, Node upper) {
        return over(lower, upper, (key, one, other) -> switch (key) {
            case ANSWERS -> over(one, other, WordsMerge::labeled);
            case FORM ->
                over(
                        one,
                        other,
                        (part, below, above) -> part.equals(FIELDS) ? over(below, above, WordsMerge::labeled) : above);
            default -> other;
        });
    }

    /** An answer or a field, whose words may be its label alone. */
    private static Node labeled(String name, Node lower, Node upper) {
        return over(withLabel(lower), withLabel(upper), WordsMerge::whole);
    }

    private static Node.Mapping withLabel(Node node) {
        return node instanceof Node.Mapping mapping && mapping.get("by") == null
                ? mapping
                : put(new Node.Mapping(node.place(), List.of()), new Node.Scalar(node.place(), LABEL, null), node);
    }

    /** A mapping without what another has; where both have a mapping that the function knows to shorten, without parts of it. */
    private static Node.Mapping without(Node.Mapping words, Node.Mapping replaced, Merge shorten) {
        List<Node.Entry> kept = new ArrayList<>();
        for (Node.Entry entry : words.entries()) {
            Node other = replaced.get(entry.name());
            Node value = other == null ? entry.value() : shorten.of(entry.name(), entry.value(), other);
            if (!(value instanceof Node.Mapping mapping && mapping.entries().isEmpty())) {
                kept.add(new Node.Entry(entry.key(), value));
            }
        }
        return new Node.Mapping(words.place(), kept);
    }

    private static Node stepWithout(String name, Node words, Node replaced) {
        Node.Mapping nothing = new Node.Mapping(words.place(), List.of());
        if (Set.of(HEARD, URGENT).contains(name)) {
            return words;
        } else if (name.equals(TITLE)) {
            return nothing;
        }
        Merge shorten = name.equals(PARTS)
                ? (part, one, other) -> nothing
                : (key, one, other) -> key.equals(ANSWERS)
                        ? without(
                                mapping(one, one.place()),
                                mapping(other, other.place()),
                                (answer, label, more) -> without(
                                        withLabel(label),
                                        withLabel(more),
                                        (each, text, by) -> each.equals(LABEL) ? nothing : text))
                        : nothing;
        return without(mapping(words, words.place()), mapping(replaced, replaced.place()), shorten);
    }

    private static Node text(Node title) {
        Node text = title instanceof Node.Mapping mapping ? mapping.get(TEXT) : null;
        return text == null ? title : text;
    }

    private static Node.Mapping mapping(@Nullable Node node, Place place) {
        return node instanceof Node.Mapping mapping ? mapping : new Node.Mapping(place, List.of());
    }

    private static Node.Scalar key(Node.Mapping mapping, String name) {
        return mapping.entries().stream()
                .map(Node.Entry::key)
                .filter(key -> key.text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Node.Mapping put(Node.Mapping mapping, Node.Scalar key, Node value) {
        Node.Entry entry = new Node.Entry(key, value);
        boolean there = mapping.get(key.text()) != null;
        return new Node.Mapping(
                mapping.place(),
                Stream.concat(
                                mapping.entries().stream()
                                        .map(each -> each.name().equals(key.text()) ? entry : each),
                                there ? Stream.of() : Stream.of(entry))
                        .toList());
    }

    /** The parts of a flow by language, for words in one of them; where that lacks one, the flow's own language has it. */
    private record Parts(Map<Language, Node.Mapping> all, Language language, Language base) {

        @Nullable
        Node get(String name, @Nullable String in) {
            Language wanted = in == null ? language : new Language(in);
            Node part = of(wanted).get(name);
            return part == null && in == null ? of(base).get(name) : part;
        }

        Node.Mapping of(Language each) {
            return all.getOrDefault(each, new Node.Mapping(Place.startOf(""), List.of()));
        }
    }

    /** Words whose parts stand where they are said. */
    private Node.Mapping spoken(Node.Mapping words, Parts parts) {
        return new Node.Mapping(
                words.place(),
                words.entries().stream()
                        .filter(entry -> !entry.name().equals(PARTS))
                        .map(entry -> new Node.Entry(entry.key(), spoken(entry.name(), entry.value(), parts)))
                        .toList());
    }

    private Node spoken(String name, Node node, Parts parts) {
        if (name.equals(SAY) || name.equals(ASK)) {
            return said(node, parts, 0);
        }
        return node instanceof Node.Mapping mapping ? spoken(mapping, parts) : node;
    }

    private Node said(Node node, Parts parts, int depth) {
        if (node instanceof Node.Mapping mapping) {
            return new Node.Mapping(
                    mapping.place(),
                    mapping.entries().stream()
                            .map(entry -> new Node.Entry(entry.key(), said(entry.value(), parts, depth)))
                            .toList());
        } else if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.place(),
                    sequence.items().stream()
                            .map(item -> said(item, parts, depth))
                            .toList());
        }
        Matcher named = PART.matcher(((Node.Scalar) node).text());
        if (!named.matches()) {
            return node;
        }
        String name = Objects.requireNonNull(named.group(1));
        Node part = parts.get(name, named.group(2));
        if (part == null || depth > DEEPEST) {
            List<String> known = parts.of(parts.base()).entries().stream()
                    .map(Node.Entry::name)
                    .toList();
            String in = named.group(2);
            problems.add(
                    ProblemKind.UNKNOWN_VALUE,
                    node.place(),
                    "there is no part \"" + name + "\"" + (in == null ? "" : " in \"" + in + "\""),
                    in != null && known.contains(name)
                            ? "write it into words/" + in + ".yaml, below parts of this flow"
                            : Nearest.fix(name, known));
            return node;
        }
        return said(part, parts, depth + 1);
    }
}
