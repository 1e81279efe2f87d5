package org.campaignbot.benchmarks.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a simulated person does in a loop. */
record Journey(List<Step> steps) {

    /** From the menu down to a topic and back, as a reader does; four presses and a typed word. */
    static final Journey READING = new Journey(List.of(
            Step.typing("menu", "Learn more"),
            Step.pressing("Learn more", "Detention"),
            Step.pressing("Detention", "Who profits"),
            Step.pressing("Who profits", "Tell me more"),
            Step.pressing("Tell me more", "Main menu")));

    /** Any words, for a bot that always answers the same. */
    static final Journey ANY_WORDS = new Journey(List.of(Step.typing("Who are my lawmakers?", null)));

    /**
     * One action of a person.
     *
     * @param presses whether they press a button with these words, or type them
     * @param awaits the button under the message that ends the answer, or null if any message does
     */
    record Step(boolean presses, String words, @Nullable String awaits) {

        static Step typing(String words, @Nullable String awaits) {
            return new Step(false, words, awaits);
        }

        static Step pressing(String words, @Nullable String awaits) {
            return new Step(true, words, awaits);
        }

        /** Whether a call ends the answer. */
        boolean endsWith(BotApiCall call) {
            return awaits == null || call.buttons().containsKey(awaits);
        }
    }
}
