package org.campaignbot.content.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Finds translations in the files of words, and reports missing and stale ones. */
final class Translations {

    private final List<Layer> layers;
    private final List<Language> languages;
    private final Set<Language> complete;
    private final Problems problems;

    Translations(List<Layer> layers, List<Language> languages, Set<Language> complete, Problems problems) {
        this.layers = layers;
        this.languages = languages;
        this.complete = complete;
        this.problems = problems;
    }

    /**
     * The node at a path in the words of each language except the owner's own.
     *
     * <p>An heir may translate what it inherits; what it overrides must not be said in the words that it replaced.
     */
    Map<Language, Node> at(Layer owner, String... path) {
        return in(languages, owner, path);
    }

    private Map<Language, Node> in(Collection<Language> wanted, Layer owner, String... path) {
        Map<Language, Node> found = new LinkedHashMap<>();
        for (Language language : wanted) {
            if (language.equals(owner.base())) {
                continue;
            }
            for (Layer layer : layers.subList(0, layers.indexOf(owner) + 1)) {
                Node node = layer.words().get(language);
                for (String key : path) {
                    node = node instanceof Node.Mapping mapping ? mapping.get(key) : null;
                }
                if (node != null) {
                    found.put(language, node);
                    break;
                }
            }
        }
        return found;
    }

    /** The same in every language that there are words of, whichever the pack speaks: people are heard in any of them. */
    Map<Language, Node> inAnyLanguage(Layer owner, String... path) {
        Set<Language> all = new LinkedHashSet<>(languages);
        layers.forEach(layer -> all.addAll(layer.words().keySet()));
        return in(all, owner, path);
    }

    /** The languages that a layer's parts should be translated into. */
    List<Language> wanted(Layer owner) {
        return languages.stream()
                .filter(language -> !language.equals(owner.base()))
                .toList();
    }

    /** Reports a missing translation. */
    void missing(Language language, Place source, String what) {
        problems.add(
                complete.contains(language) ? ProblemKind.INCOMPLETE_LANGUAGE : ProblemKind.MISSING_TRANSLATION,
                source,
                what + " is not translated into \"" + language + "\"",
                "translate it in words/" + language + ".yaml");
    }

    /** Reports a translation that was made from an older source text. */
    void compare(Language language, Node.@Nullable Scalar of, String hash, Place place, String what) {
        if (of == null) {
            problems.add(
                    ProblemKind.MISSING_KEY,
                    place,
                    "the translation of " + what + " does not tell which text it translates",
                    "add of: " + hash);
        } else if (!of.text().equals(hash)) {
            problems.add(
                    complete.contains(language) ? ProblemKind.INCOMPLETE_LANGUAGE : ProblemKind.STALE_TRANSLATION,
                    of.place(),
                    "the text of " + what + " has changed since it was translated",
                    "compare the two, then write of: " + hash);
        }
    }
}
