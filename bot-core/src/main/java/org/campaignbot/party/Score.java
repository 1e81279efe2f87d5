package org.campaignbot.party;

import java.util.HashMap;
import java.util.Map;

/**
 * What a group sees of a party: totals without names.
 *
 * @param joined how many joined
 * @param outcomes the number of calls by outcome, as people reported
 */
public record Score(int joined, Map<String, Integer> outcomes) {

    public static final Score NONE = new Score(0, Map.of());

    public Score {
        outcomes = Map.copyOf(outcomes);
    }

    /** How many calls were reported. */
    public int tried() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    Score withOneMore() {
        return new Score(joined + 1, outcomes);
    }

    Score with(String outcome, int more) {
        Map<String, Integer> counts = new HashMap<>(outcomes);
        counts.merge(outcome, more, (count, change) -> count + change == 0 ? null : count + change);
        return new Score(joined, counts);
    }
}
