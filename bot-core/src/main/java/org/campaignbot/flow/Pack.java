package org.campaignbot.flow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * A compiled campaign: everything that the engine walks through.
 *
 * @param id the name of its folder, such as {@code welcoming-communities}
 * @param revision a word that changes whenever its files do
 * @param title its title
 * @param languages its languages, the base language first
 * @param start the flow that greets a newcomer
 * @param menu the flow whose first question is the menu
 * @param menuLabel the label of the menu button on every other question
 * @param flows its flows by name, including inherited ones
 * @param facts the lifetimes of its facts by name
 * @param records dated records, numbers, links and actions that words can name, in the author's order
 * @param profile how the bot presents itself where a platform shows more than its messages
 */
public record Pack(
        String id,
        String revision,
        Wording title,
        List<Language> languages,
        String start,
        String menu,
        Wording menuLabel,
        Map<String, Flow> flows,
        Map<String, Fact> facts,
        Map<String, Value> records,
        Profile profile) {

    public Pack {
        languages = List.copyOf(languages);
        flows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(flows));
        facts = Map.copyOf(facts);
        records = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }

    /** A pack without a profile. */
    public Pack(
            String id,
            String revision,
            Wording title,
            List<Language> languages,
            String start,
            String menu,
            Wording menuLabel,
            Map<String, Flow> flows,
            Map<String, Fact> facts,
            Map<String, Value> records) {
        this(id, revision, title, languages, start, menu, menuLabel, flows, facts, records, Profile.NONE);
    }

    /** This pack with other flows, for an editor or a test. */
    public Pack withFlows(String otherRevision, Map<String, Flow> others) {
        return new Pack(id, otherRevision, title, languages, start, menu, menuLabel, others, facts, records, profile);
    }

    /** This pack with other records and another revision. */
    public Pack withRecords(String otherRevision, Map<String, Value> others) {
        return new Pack(id, otherRevision, title, languages, start, menu, menuLabel, flows, facts, others, profile);
    }

    /** The base language, in which every word exists. */
    public Language base() {
        return languages.get(0);
    }

    /** The lifetime of a fact. */
    public Fact fact(String name) {
        Fact declared = facts.get(name);
        return declared != null ? declared : Fact.undeclared(name);
    }

    /** The flow with a present or former name, or null if it is gone. */
    public @Nullable Flow flow(String name) {
        Flow present = flows.get(name);
        if (present != null) {
            return present;
        }
        for (Flow flow : flows.values()) {
            if (flow.was().contains(name)) {
                return flow;
            }
        }
        return null;
    }

    /** The languages that phrases are heard in: its own, then the others that its flows have phrases in. */
    public List<Language> heardLanguages() {
        return Stream.concat(
                        languages.stream(),
                        flows.values().stream()
                                .flatMap(flow -> flow.heard().keySet().stream())
                                .sorted(Comparator.comparing(Language::toString)))
                .distinct()
                .toList();
    }

    /** The flow that each folded phrase starts, in a language. */
    public Map<String, String> heard(Language language) {
        Map<String, String> heard = new HashMap<>();
        for (Flow flow : flows.values()) {
            for (String words : flow.heard().getOrDefault(language, List.of())) {
                heard.put(words, flow.name());
            }
        }
        return heard;
    }
}
