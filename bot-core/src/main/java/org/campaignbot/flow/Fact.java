package org.campaignbot.flow;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a fact of a conversation may live.
 *
 * @param name its name in the pack
 * @param lifetime where it may be kept
 * @param idle how long after the person's last turn a saved fact is kept, or null for as long as the conversation
 * @param longerWhen a saved fact whose value {@code yes} lifts that limit, or null
 */
public record Fact(
        String name,
        Lifetime lifetime,
        @Nullable Duration idle,
        @Nullable String longerWhen) {

    /** Where a fact may be kept, from the shortest lifetime to the longest. */
    public enum Lifetime {
        /** Used and gone when the turn ends. */
        TURN,
        /** In memory for at most 30 minutes; never stored. */
        MEMORY,
        /** In the saved state. */
        SAVED
    }

    /** Whether an absence can be too long for it, beside what else is saved of a conversation. */
    public boolean isLimited(Map<String, String> saved) {
        return idle != null && !(longerWhen != null && "yes".equals(saved.get(longerWhen)));
    }

    /** Whether an absence of the person was too long for it. */
    public boolean isOver(Map<String, String> saved, Duration away) {
        return idle != null && isLimited(saved) && away.compareTo(idle) > 0;
    }

    /** An undeclared fact, which lives for one turn: forgetting is the default. */
    public static Fact undeclared(String name) {
        return new Fact(name, Lifetime.TURN, null, null);
    }
}
