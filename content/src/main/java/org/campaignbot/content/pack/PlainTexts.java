package org.campaignbot.content.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.format.NodeKind;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** Reads texts without markup that are translated together, such as those of a record. */
final class PlainTexts {

    private final Translations translations;
    private final Outline outline;
    private final Problems problems;

    PlainTexts(Translations translations, Outline outline, Problems problems) {
        this.translations = translations;
        this.outline = outline;
        this.problems = problems;
    }

    /**
     * The texts in all their languages, by their keys.
     *
     * @param place where missing translations are reported
     * @param sources the texts in the language of their layer, by their keys, in the order of their hash
     * @param said called with the text at a key
     * @param path the path of their translation in a file of words
     */
    Map<String, Value.Translated> read(
            Layer layer,
            Place place,
            Map<String, Node.Scalar> sources,
            BiFunction<String, Node.Scalar, String> said,
            String... path) {
        Map<String, Map<Language, String>> words = new LinkedHashMap<>();
        sources.forEach((key, source) -> words.put(key, new HashMap<>(Map.of(layer.base(), said.apply(key, source)))));
        translated(layer, place, sources, path)
                .forEach((language, fields) -> sources.keySet().forEach(key -> {
                    Node.Scalar text = fields.text(key);
                    if (text == null) {
                        translations.missing(language, place, String.join("/", path) + " (" + key + ")");
                    } else {
                        words.computeIfAbsent(key, unseen -> new HashMap<>()).put(language, said.apply(key, text));
                    }
                }));
        Map<String, Value.Translated> translated = new LinkedHashMap<>();
        words.forEach((key, byLanguage) -> translated.put(key, new Value.Translated(byLanguage, layer.base())));
        return translated;
    }

    private Map<Language, Fields> translated(
            Layer layer, Place place, Map<String, Node.Scalar> sources, String... path) {
        String what = String.join("/", path);
        NodeKind kind = Format.texts("the translation of " + what, sources.keySet());
        String hash =
                SourceHash.of(sources.values().stream().map(Node.Scalar::text).toList());
        Map<List<String>, Node> texts = new LinkedHashMap<>();
        sources.forEach((key, source) -> texts.put(List.of(key), source));
        Map<Language, Node> found = translations.at(layer, path);
        Map<Language, Fields> translated = new LinkedHashMap<>();
        for (Language language : translations.wanted(layer)) {
            Node node = found.get(language);
            outline.add(
                    new Untranslated(language, layer.folder(), List.of(path), hash, texts, Untranslated.mapping(node)));
            if (node == null) {
                translations.missing(language, place, what);
            } else {
                Fields words = Fields.closed(node, kind, problems);
                translations.compare(language, words.text("of"), hash, words.place(), what);
                translated.put(language, words);
            }
        }
        return translated;
    }
}
