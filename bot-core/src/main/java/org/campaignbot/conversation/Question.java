package org.campaignbot.conversation;

import java.util.List;
import java.util.Objects;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** The waiting question, as the pack has it now and as the person saw it. */
record Question(Flow flow, Step step, State.Place place, Shape shape) {

    FlowPosition stand() {
        return new FlowPosition(flow, step, place.returns());
    }

    Ask ask() {
        return Objects.requireNonNull(step.ask());
    }

    Ask.Expect expect() {
        return Objects.requireNonNull(ask().expect());
    }

    /** The answer that words mean: by number or label as the person saw them, or by its other words; null if none. */
    @Nullable
    String answerTo(String text, String folded, List<Language> languages) {
        String answer = shape.numbered(number(folded));
        if (answer == null && !folded.isEmpty()) {
            answer = shape.labelled(text);
        }
        return answer == null && !folded.isEmpty() ? heardAs(folded, languages) : answer;
    }

    private @Nullable String heardAs(String folded, List<Language> languages) {
        for (Language language : languages) {
            for (Answer answer : ask().answers()) {
                if (answer.heard().getOrDefault(language, List.of()).contains(folded)) {
                    return answer.name();
                }
            }
        }
        return null;
    }

    /** The number that was typed, or 0 if it isn't a number of up to three digits. */
    static int number(String folded) {
        return folded.length() <= 3 && !folded.isEmpty() && folded.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(folded)
                : 0;
    }
}
