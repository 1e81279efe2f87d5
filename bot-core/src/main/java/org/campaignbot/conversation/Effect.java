package org.campaignbot.conversation;

import java.time.Instant;
import java.util.Map;

/**
 * A change outside the conversation that a turn asks for; a registered handler carries it out after the turn is committed.
 *
 * @param turn the number of the turn in its conversation; the turn, {@code ordinal} (the place in the turn) and the conversation
 *     together are the idempotency key
 * @param name the name of its handler
 * @param at when the turn happened
 * @param arguments what the pack said about it, never the person's own words
 */
public record Effect(long turn, int ordinal, String name, Instant at, Map<String, String> arguments) {
    /** The engine's own effect for a question that nobody could answer, with the {@code topic} nearest to it. */
    public static final String UNANSWERED = "unanswered";

    public Effect {
        arguments = Map.copyOf(arguments);
    }
}
