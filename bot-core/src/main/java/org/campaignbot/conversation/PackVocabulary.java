package org.campaignbot.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names that a pack can use: Java steps, kinds of expected words and effects.
 *
 * @param drafts the names of effects that may carry what a person typed, because it's an organizer's draft that is kept on
 *     purpose
 * @param told for each effect, the flows that report its result: a pack that uses the effect must have them
 * @param results the facts that results set and that aren't plain texts
 */
public record PackVocabulary(
        Map<String, JavaStep> steps,
        Map<String, Expectation> expectations,
        Set<String> effects,
        Set<String> drafts,
        Map<String, Set<String>> told,
        List<StepValue> results) {

    public PackVocabulary {
        steps = Map.copyOf(steps);
        expectations = Map.copyOf(expectations);
        effects = Set.copyOf(effects);
        drafts = Set.copyOf(drafts);
        told = Map.copyOf(told);
        results = List.copyOf(results);
    }

    /** The vocabulary of these features. */
    public static PackVocabulary of(
            Collection<JavaStep> steps, Collection<? extends Expectation> expectations, Collection<String> effects) {
        return new PackVocabulary(
                steps.stream().collect(Collectors.toMap(JavaStep::name, Function.identity())),
                expectations.stream().collect(Collectors.toMap(Expectation::name, Function.identity())),
                Set.copyOf(effects),
                Set.of(),
                Map.of(),
                List.of());
    }

    /** The same vocabulary with flows that report effects. */
    public PackVocabulary telling(Map<String, Set<String>> flows) {
        return new PackVocabulary(steps, expectations, effects, drafts, flows, results);
    }

    /** The same vocabulary with effects that carry drafts. */
    public PackVocabulary drafting(Set<String> names) {
        return new PackVocabulary(steps, expectations, effects, names, told, results);
    }

    /** The same vocabulary with facts that results set. */
    public PackVocabulary resulting(List<StepValue> facts) {
        return new PackVocabulary(steps, expectations, effects, drafts, told, facts);
    }
}
