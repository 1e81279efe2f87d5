package org.campaignbot.benchmarks.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a simulated person does, once; then a new person begins it in the same place. */
record Journey(List<Step> steps) {

    /** Of states with two senators, so that every call card is followed by a next one. */
    private static final List<String> ZIPS =
            List.of("10001", "60601", "94110", "77002", "02139", "98101", "30303", "80202");

    /** A newcomer looks around, calls a senator and goes on to the next; two typed words and four presses. */
    static final Journey CALLING = new Journey(List.of(
            Step.typing(List.of("/start"), "Learn more"),
            Step.pressing("Learn more", "Main menu"),
            Step.pressing("Main menu", "Call my senators"),
            Step.pressing("Call my senators", "Why do you ask?"),
            Step.typing(ZIPS, "Left a voicemail"),
            Step.pressing("Left a voicemail", "Left a voicemail")));

    /** The same updates for a bot that always answers with one sentence. */
    static final Journey WITHOUT_ANSWERS = new Journey(CALLING.steps.stream()
            .map(step -> new Step(step.presses, step.words, null))
            .toList());

    /**
     * One action of a person.
     *
     * @param presses whether they press a button with these words, or type them
     * @param words what they press or type; people take turns where there are several
     * @param awaits the button under the message that ends the answer, or null if any message does
     */
    record Step(
            boolean presses, List<String> words, @Nullable String awaits) {

        static Step typing(List<String> words, String awaits) {
            return new Step(false, words, awaits);
        }

        static Step pressing(String words, String awaits) {
            return new Step(true, List.of(words), awaits);
        }

        String words(long person) {
            return words.get((int) (person % words.size()));
        }

        /** Whether a call ends the answer. */
        boolean endsWith(BotApiCall call) {
            return awaits == null || call.buttons().containsKey(awaits);
        }
    }
}
