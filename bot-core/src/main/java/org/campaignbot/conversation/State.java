package org.campaignbot.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation knows between turns.
 *
 * @param turn the number of the last turn; it only grows, even if the person was forgotten in between
 * @param lastTurn when that was
 * @param asked the waiting question, or null
 * @param trail the questions before it, latest last, for going back
 * @param saved the saved facts by name
 * @param held facts that live in memory for at most {@link #HOLD_MINUTES} minutes; they are never written out
 * @param budget the turns of the current minute
 */
public record State(
        long turn,
        Instant lastTurn,
        @Nullable Asked asked,
        List<Place> trail,
        Map<String, String> saved,
        Map<String, Held> held,
        Budget budget) {

    /** How long a fact may be held in memory, in minutes (design: "a turn, at most 30 minutes"). */
    public static final int HOLD_MINUTES = 30;

    public State {
        trail = List.copyOf(trail);
        saved = Map.copyOf(saved);
        held = Map.copyOf(held);
    }

    /** A new, empty conversation. */
    public static State fresh() {
        return new State(0, Instant.EPOCH, null, List.of(), Map.of(), Map.of(), Budget.UNUSED);
    }

    /** Whether there is nothing worth storing. */
    public boolean isBlank() {
        return asked == null && trail.isEmpty() && saved.isEmpty() && held.isEmpty();
    }

    /** The language the person chose, or empty if they left it to the platform. */
    public Optional<Language> language() {
        return Optional.ofNullable(saved.get(FactBook.LANGUAGE)).map(Language::new);
    }

    /** The same state with a question as it stands on the screen. */
    State asking(Asked shown) {
        return new State(turn, lastTurn, shown, trail, saved, held, budget);
    }

    /** The same state with these facts from memory. */
    public State holding(Map<String, Held> facts) {
        return new State(turn, lastTurn, asked, trail, saved, facts, budget);
    }

    /** The same state with only these saved facts. */
    public State saving(Map<String, String> facts) {
        return new State(turn, lastTurn, asked, trail, facts, held, budget);
    }

    /**
     * A waiting question, identified by names.
     *
     * @param place where it stands
     * @param shape the answers as they were offered, so that a typed number or label means what the person saw
     */
    public record Asked(Place place, Shape shape) {}

    /** A step, with the steps to return to from its flow, innermost last. */
    public record Place(String flow, String step, List<Mark> returns) {
        public Place {
            returns = List.copyOf(returns);
        }

        /** Whether two places are the same step. */
        boolean isAt(String otherFlow, String otherStep) {
            return flow.equals(otherFlow) && step.equals(otherStep);
        }
    }

    /** A step by its names. */
    public record Mark(String flow, String step) {}

    /** A fact in memory and when it expires. */
    public record Held(Value value, Instant until) {}
}
