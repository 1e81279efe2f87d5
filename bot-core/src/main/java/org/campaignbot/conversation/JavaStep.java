package org.campaignbot.conversation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * A step that needs logic: a pure function of facts and time, which packs call by name.
 *
 * <p>It reads the facts it needs and returns the name of an outcome with the facts it found; the pack says where each
 * outcome leads. A feature lists its steps in one class, as {@code CallSteps.all(directory)}.
 *
 * <p>What it takes and gives is declared, since packs are checked against it and a page is made of it; a test holds every
 * step to its declaration in all chats of the shipped campaign.
 *
 * @param name the name packs call it by, as {@code home.find}
 * @param about what it does, in one sentence
 * @param takes the facts it reads
 * @param arguments what a pack writes below {@code with}; one named {@code *} stands for any others
 * @param outcomes every outcome it can have; a pack must say where each leads
 * @param gives the facts it may set
 * @param logic the function itself; it reads no clock and remembers nothing between calls
 */
public record JavaStep(
        String name,
        String about,
        Set<String> takes,
        List<StepValue> arguments,
        Set<String> outcomes,
        List<StepValue> gives,
        Function<JavaStep.Input, JavaStep.Result> logic) {

    public JavaStep {
        takes = Set.copyOf(takes);
        arguments = List.copyOf(arguments);
        outcomes = Set.copyOf(outcomes);
        gives = List.copyOf(gives);
    }

    /** A step without arguments. */
    public JavaStep(
            String name,
            String about,
            Set<String> takes,
            Set<String> outcomes,
            List<StepValue> gives,
            Function<JavaStep.Input, JavaStep.Result> logic) {
        this(name, about, takes, List.of(), outcomes, gives, logic);
    }

    /** The same step with arguments, in the notation of {@link StepValue}. */
    public JavaStep with(String... notation) {
        return new JavaStep(name, about, takes, StepValue.of(notation), outcomes, gives, logic);
    }

    /** Runs it. */
    public Result run(Input input) {
        return logic.apply(input);
    }

    /**
     * What a Java step can see.
     *
     * @param facts the facts of the conversation
     * @param with the arguments from the pack
     * @param now when the turn happens
     * @param seed the turn's seed
     * @param language the reader's language
     */
    public record Input(Facts facts, Map<String, String> with, Instant now, long seed, Language language) {}

    /** The facts of a conversation, whatever their lifetime. */
    @FunctionalInterface
    public interface Facts {

        /** The flow of the question that waited when the turn began; no pack can use this name. */
        String WAITING_FLOW = "waiting flow";

        /** {@code yes} if others read along; no pack can use this name. */
        String IN_GROUP = "in a group";

        /** What the person typed in this turn, and in no later one; no pack can use this name. */
        String TYPED = "typed in this turn";

        /** When the person last did something, as an ISO instant in UTC. */
        String LAST_TURN = "last turn";

        /** The value of a fact, or null if it isn't known or no longer held. */
        @Nullable
        Value value(String name);

        /** The records of the pack by name, in the author's order. */
        default Map<String, Value> records() {
            return Map.of();
        }

        /** The step of the running flow that some words mean by themselves, such as a part of what was typed; null if they mean none. */
        default @Nullable String meaning(String words) {
            return null;
        }

        /** The title of a flow in the reader's language; null if the pack has no such flow. */
        default @Nullable String title(String flow) {
            return null;
        }

        /** The text of a fact, or null if it isn't known or isn't text. */
        default @Nullable String text(String name) {
            return value(name) instanceof Value.Text found ? found.text() : null;
        }

        /** The text of a fact, empty if it isn't known or isn't text. */
        default String textOrEmpty(String name) {
            return Objects.requireNonNullElse(text(name), "");
        }
    }

    /**
     * The result of a Java step.
     *
     * @param outcome the name of the outcome
     * @param facts the facts it found; each is kept as long as the pack allows
     */
    public record Result(String outcome, Map<String, Value> facts) {
        public Result {
            facts = Map.copyOf(facts);
        }

        /** An outcome with no facts to keep. */
        public static Result of(String outcome) {
            return new Result(outcome, Map.of());
        }

        /** The same outcome with one more fact. */
        public Result with(String name, Value value) {
            Map<String, Value> more = new LinkedHashMap<>(facts);
            more.put(name, value);
            return new Result(outcome, more);
        }
    }
}
