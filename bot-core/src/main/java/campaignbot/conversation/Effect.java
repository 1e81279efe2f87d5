package campaignbot.conversation;

import java.time.Instant;
import java.util.Map;

/**
 * A change of the world that a turn asks for; a registered handler carries it out after the turn is committed.
 *
 * @param turn the number of the turn in its conversation, and {@code ordinal} its place in the turn: with the conversation
 *     they name the effect, so that a repeat is harmless
 * @param name the name of its handler
 * @param at when the turn happened
 * @param arguments what the pack said about it, never the person's own words
 */
public record Effect(long turn, int ordinal, String name, Instant at, Map<String, String> arguments) {
    public Effect {
        arguments = Map.copyOf(arguments);
    }
}
