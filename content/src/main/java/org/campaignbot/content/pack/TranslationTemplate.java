package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.YamlText;

/** Writes the missing or stale words of a language as files of words for a translator to fill in. */
final class TranslationTemplate {

    private static final String LABEL = "label";

    private TranslationTemplate() {}

    /** Writes one file per flow, each below a line that names it. */
    static String of(List<Untranslated> words) {
        Map<String, List<Untranslated>> files = new LinkedHashMap<>();
        words.forEach(each ->
                files.computeIfAbsent(file(each), file -> new ArrayList<>()).add(each));
        return files.entrySet().stream()
                .map(file -> "# " + file.getKey() + "\n" + YamlText.of(tree(file.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String file(Untranslated words) {
        return words.folder() + "/words/" + words.language() + "/"
                + words.path().get(0) + ".yaml";
    }

    private static Map<String, Object> tree(List<Untranslated> words) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Untranslated each : words) {
            if (!each.hash().isEmpty()) {
                put(tree, each.path(), "of", each.hash());
            }
            each.sources().keySet().forEach(keys -> {
                List<String> above = new ArrayList<>(each.path());
                above.addAll(keys.subList(0, keys.size() - 1));
                put(tree, above, keys.get(keys.size() - 1), each.words(keys));
            });
        }
        return tree;
    }

    @SuppressWarnings("unchecked") // put() created every mapping in the tree
    private static void put(Map<String, Object> tree, List<String> path, String key, Object value) {
        Map<String, Object> at = tree;
        for (String each : path) {
            Object below = at.get(each);
            if (!(below instanceof Map)) {
                Map<String, Object> mapping = new LinkedHashMap<>();
                if (below instanceof Node.Mapping answer) {
                    answer.entries().forEach(entry -> mapping.put(entry.name(), entry.value()));
                } else if (below instanceof Node) {
                    // An answer whose label was alone also has heard words.
                    mapping.put(LABEL, below);
                }
                at.put(each, mapping);
                below = mapping;
            }
            at = (Map<String, Object>) below;
        }
        at.put(key, value);
    }
}
