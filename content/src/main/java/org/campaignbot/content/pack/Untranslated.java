package org.campaignbot.content.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Words that are translated together, with whatever translation exists.
 *
 * @param language the language to translate into
 * @param folder the folder that they belong to, such as {@code kits/care}
 * @param path the path of the translation in a file of words
 * @param hash the hash of the source; empty if the translation needn't quote it
 * @param sources the source's words by the keys below that path
 * @param translation the existing translation, or null
 */
record Untranslated(
        Language language,
        String folder,
        List<String> path,
        String hash,
        Map<List<String>, Node> sources,
        Node.@Nullable Mapping translation) {

    private static final String OF = "of";

    Untranslated {
        path = List.copyOf(path);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** A node as the mapping that a translation must be; null for anything else. */
    static Node.@Nullable Mapping mapping(@Nullable Node node) {
        return node instanceof Node.Mapping mapping ? mapping : null;
    }

    /** Whether a word is missing or the source has changed; always false if there are no words. */
    boolean needsWork() {
        if (sources.isEmpty()) {
            return false;
        }
        return translation == null
                || isStale()
                || sources.keySet().stream().anyMatch(keys -> !isHeard(keys) && translated(keys) == null);
    }

    /** Whether it was made from an older source text. */
    boolean isStale() {
        return translation != null
                && !hash.isEmpty()
                && !(translation.get(OF) instanceof Node.Scalar of && of.text().equals(hash));
    }

    /** The words at some keys: the translation's, or else the source's. */
    Node words(List<String> keys) {
        Node translated = translated(keys);
        return translated == null ? java.util.Objects.requireNonNull(sources.get(keys)) : translated;
    }

    private @Nullable Node translated(List<String> keys) {
        Node node = translation;
        for (String key : keys) {
            node = node instanceof Node.Mapping mapping ? mapping.get(key) : null;
        }
        return node;
    }

    /** Heard words needn't exist in a second language; a typed label is understood anyway. */
    private static boolean isHeard(List<String> keys) {
        return keys.get(keys.size() - 1).equals("heard");
    }
}
