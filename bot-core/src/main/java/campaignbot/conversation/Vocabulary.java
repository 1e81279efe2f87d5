package campaignbot.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a pack can call by name: Java steps, kinds of expected words and effects.
 *
 * @param told the flows that what effects did is told by, if the pack has them
 */
public record Vocabulary(
        Map<String, JavaStep> steps, Map<String, Expectation> expectations, Set<String> effects, Set<String> told) {

    public Vocabulary {
        steps = Map.copyOf(steps);
        expectations = Map.copyOf(expectations);
        effects = Set.copyOf(effects);
        told = Set.copyOf(told);
    }

    /** The vocabulary of these features' parts. */
    public static Vocabulary of(
            Collection<? extends JavaStep> steps,
            Collection<? extends Expectation> expectations,
            Collection<String> effects) {
        return new Vocabulary(
                steps.stream().collect(Collectors.toMap(JavaStep::name, Function.identity())),
                expectations.stream().collect(Collectors.toMap(Expectation::name, Function.identity())),
                Set.copyOf(effects),
                Set.of());
    }

    /** The same vocabulary with flows that the world tells by. */
    public Vocabulary telling(Set<String> flows) {
        return new Vocabulary(steps, expectations, effects, flows);
    }
}
