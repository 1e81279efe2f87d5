package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.YamlText;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Where the parts of a pack are in its files, and other facts that only its checks need. */
public final class Outline {

    private final Place top;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, TextRules> textRules = new HashMap<>();
    private Set<String> told = Set.of();
    private Set<String> meanings = Set.of();
    private final Map<String, Place> answers = new LinkedHashMap<>();
    private final Map<String, Place> parts = new LinkedHashMap<>();
    private final Map<String, Place> followUps = new LinkedHashMap<>();
    private @Nullable Paragraphs paragraphs;
    private final List<Untranslated> untranslated = new ArrayList<>();

    Outline(Place top) {
        this.top = top;
    }

    /** Records the flows that external answers enter. */
    void told(Collection<String> flows) {
        told = Set.copyOf(flows);
    }

    /** The flows that external answers enter, whether the pack has them or not. */
    public Set<String> told() {
        return told;
    }

    /** Records what free questions can mean, as the campaign's and its kits' {@code questions/answers.yaml} name it. */
    void meanings(Collection<String> ids) {
        meanings = Set.copyOf(ids);
    }

    /** Records an answer to free questions, with the place that names it. */
    void answer(String id, Place place) {
        answers.put(id, place);
    }

    /** The answers to free questions, and where each is named. */
    public Map<String, Place> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** Records what answers words right after the help for a danger, as {@code flow/name}, with the place that names it. */
    void followUp(String name, Place place) {
        followUps.put(name, place);
    }

    /** What answers words right after the help for a danger, as {@code flow/name}, and where each is named. */
    public Map<String, Place> followUps() {
        return Collections.unmodifiableMap(followUps);
    }

    /** Records a part of the help for a danger, as {@code flow/step}, with the place that names it. */
    void part(String step, Place place) {
        parts.put(step, place);
    }

    /** The parts of the help for dangers, as {@code flow/step}, and where each is named. */
    public Map<String, Place> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** Whether words of a person's own can lead to a flow, or to a step of it. */
    public boolean isMeant(String flow, String step) {
        return meanings.contains(step) || meanings.contains(flow + "/" + step) || parts.containsKey(flow + "/" + step);
    }

    void put(Place place, String... path) {
        places.put(String.join("/", path), place);
    }

    void add(Topic topic) {
        topics.add(topic);
    }

    /**
     * Where a part is, by its path: {@code flow}, {@code flow/step} or {@code flow/step/answer}; a record by
     * {@code records/name}. A part without a place of its own has its parent's, in the end pack.yaml.
     */
    public Place of(String... path) {
        for (int length = path.length; length > 0; length--) {
            Place place = places.get(String.join("/", List.of(path).subList(0, length)));
            if (place != null) {
                return place;
            }
        }
        return top;
    }

    /** Whether a flow is in the campaign's own folder, not inherited. */
    public boolean isOwn(String flow) {
        String file = top.file();
        return of(flow).file().startsWith(file.substring(0, file.lastIndexOf('/') + 1));
    }

    void add(Untranslated words) {
        if (words.needsWork()) {
            untranslated.add(words);
        }
    }

    /**
     * The missing or stale words of a language, as files of words for a translator to fill in: each part has the hash of its
     * source, existing translations, and the source's words in place of the rest.
     */
    public String skeleton(Language language) {
        return TranslationTemplate.of(untranslated.stream()
                .filter(words -> words.language().equals(language))
                .toList());
    }

    void put(String step, Claim claim) {
        claims.put(step, claim);
    }

    void put(String part, @Nullable TextRules rules) {
        if (rules != null) {
            textRules.put(part, rules);
        }
    }

    /** What an author says beside the words of a flow, by its name, or of a step, by {@code flow/step}. */
    public TextRules textRules(String part) {
        return textRules.getOrDefault(part, TextRules.NONE);
    }

    void put(@Nullable Paragraphs page) {
        this.paragraphs = page;
    }

    /** Who the words belong to, for steps that aren't topics, by {@code flow/step}. */
    public Map<String, Claim> claims() {
        return Map.copyOf(claims);
    }

    /** The paragraphs of the campaign's page, or null if the pack doesn't give them. */
    public @Nullable Paragraphs paragraphs() {
        return paragraphs;
    }

    /** The topics that steps cover. */
    public List<Topic> topics() {
        return List.copyOf(topics);
    }

    /** Writes the missing or stale words of a language as files of words for a translator to fill in. */
    static final class TranslationTemplate {

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
}
