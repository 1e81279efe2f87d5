package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.NodeKind;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Words that are translated together, such as those of a step: the source and its translations. */
final class TranslationScope {

    private static final String OF = "of";

    private final Language base;
    private final WordsReader reader;
    private final Problems problems;
    private final String what;
    private final Place place;
    private final Translations translations;
    private final Map<Language, Fields> entries = new LinkedHashMap<>();
    private final Map<Language, Node> nodes;
    private final Map<Language, Node> any;
    private final Map<List<String>, Node> sources = new LinkedHashMap<>();
    private final Outline outline;
    private final String folder;
    private final List<String> path;
    private final Map<Language, TreeSet<String>> lacking = new HashMap<>();

    /**
     * Creates a unit of a layer.
     *
     * @param what its name in problems, as {@code call/ready}
     * @param path the path of its translation in a file of words
     * @param kind the kind of its translation
     */
    TranslationScope(Compilation compilation, Layer layer, String what, Place place, NodeKind kind, String... path) {
        this.base = layer.base();
        this.reader = compilation.words();
        this.problems = compilation.problems();
        this.translations = compilation.translations();
        this.what = what;
        this.place = place;
        this.outline = compilation.outline();
        this.folder = layer.folder();
        this.path = List.of(path);
        this.nodes = translations.at(layer, path);
        this.any = translations.inAnyLanguage(layer, path);
        nodes.forEach((language, node) ->
                entries.put(language, Fields.closed(node, kind.as("the translation of " + what), problems)));
        translations.wanted(layer).forEach(language -> lacking.put(language, new TreeSet<>()));
    }

    /** The words of a key as blocks, in all their languages. */
    Wording blocks(Node source, String... keys) {
        return wording(source, reader::blocks, keys);
    }

    /** The words of a key as one line. */
    Wording line(Node source, String... keys) {
        return wording(source, reader::line, keys);
    }

    /** The unparsed translation at a key of this unit; null if there is none. */
    @Nullable
    Node translation(Language language, String... keys) {
        Node node = nodes.get(language);
        return node == null ? null : below(node, keys);
    }

    private static @Nullable Node below(Node words, String... keys) {
        Node node = words;
        for (String key : keys) {
            node = node instanceof Node.Mapping mapping ? mapping.get(key) : null;
        }
        return node;
    }

    /** The words that a key listens for, folded, in every language that there are words of. */
    Map<Language, List<String>> heard(Fields source, String key, String... keys) {
        Map<Language, List<String>> heard = new HashMap<>();
        add(heard, base, source.texts(key));
        Node words = source.node(key);
        if (words != null) {
            List<String> path = new ArrayList<>(List.of(keys));
            path.add(key);
            sources.put(path, words);
        }
        for (Map.Entry<Language, Node> each : any.entrySet()) {
            Language language = each.getKey();
            Node holder = keys.length == 0 ? null : below(each.getValue(), keys);
            if (holder instanceof Node.Mapping mapping) {
                add(heard, language, Fields.open(mapping, what, problems).texts(key));
            }
        }
        return heard;
    }

    static void add(Map<Language, List<String>> heard, Language language, List<Node.Scalar> texts) {
        List<String> folded = texts.stream()
                .map(text -> Fold.fold(text.text()))
                .filter(words -> !words.isEmpty())
                .toList();
        if (!folded.isEmpty()) {
            heard.put(language, folded);
        }
    }

    /** Reports missing and stale translations; call it after all words have been asked for. */
    void done(String hash) {
        lacking.forEach((language, keys) -> {
            outline.add(
                    new Untranslated(language, folder, path, hash, sources, Untranslated.mapping(nodes.get(language))));
            Fields entry = entries.get(language);
            if (!keys.isEmpty()) {
                translations.missing(
                        language, place, what + (entry == null ? "" : " (" + String.join(", ", keys) + ")"));
            }
            // Without any translation nothing can be stale: other parts of the pack may be below the same key.
            if (entry != null && sources.keySet().stream().anyMatch(each -> isTranslated(language, each))) {
                translations.compare(language, entry.text(OF), hash, entry.place(), what);
            }
        });
    }

    private boolean isTranslated(Language language, List<String> keys) {
        return translation(language, keys.toArray(String[]::new)) != null;
    }

    private Wording wording(Node source, Function<Node, Words> read, String... keys) {
        Map<Language, Words> byLanguage = new HashMap<>();
        byLanguage.put(base, read.apply(source));
        sources.put(List.of(keys), source);
        lacking.forEach((language, missing) -> {
            Node node = translation(language, keys);
            if (node == null) {
                missing.add(keys[keys.length - 1]);
            } else {
                byLanguage.put(language, read.apply(labelOf(node)));
            }
        });
        return new Wording(byLanguage, base);
    }

    /** The label of an answer whose translation also has heard words. */
    private static Node labelOf(Node node) {
        Node label = node instanceof Node.Mapping mapping ? mapping.get("label") : null;
        return label == null ? node : label;
    }
}
