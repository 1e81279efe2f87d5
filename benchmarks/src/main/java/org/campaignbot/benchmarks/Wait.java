package org.campaignbot.benchmarks;

import java.time.Instant;
import java.util.List;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.people.Language;

/**
 * A person who waits at a question of the pack.
 *
 * @param question the question, as {@code flow/step}
 * @param state what the conversation knows so far
 * @param since when the question was asked
 * @param presses each of the buttons below it
 */
record Wait(String question, State state, Instant since, List<Event.Pressed> presses) {

    Wait {
        presses = List.copyOf(presses);
    }

    /** A person presses every few seconds, so the turn budget never runs out. */
    static final int SECONDS_BETWEEN_TURNS = 10;

    /** What reaches the engine when the person does something. */
    static TurnInput turnInput(Event event, Instant after) {
        return new TurnInput(event, after.plusSeconds(SECONDS_BETWEEN_TURNS), 1, Language.ENGLISH, "measured");
    }

    /** What reaches the engine, one input for each button. */
    List<TurnInput> inputs() {
        return presses.stream().map(press -> turnInput(press, since)).toList();
    }
}
