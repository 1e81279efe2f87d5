package org.campaignbot.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** The waiting question, as the pack has it now and as the person saw it. */
record Question(Flow flow, Step step, State.Place place, Shape shape) {

    private static final int MOST_WORDS_OF_YES = 3;

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
    String answerTo(String text, String folded) {
        String answer = shape.numbered(number(folded));
        if (answer == null && !folded.isEmpty()) {
            answer = shape.labelled(text);
        }
        if (answer == null && !folded.isEmpty()) {
            answer = heardAs(folded);
        }
        return answer == null && isYesOrNo() && !text.contains("?") ? saidWithMore(folded) : answer;
    }

    /** Whether it's a question of yes or no, which its words in English tell. */
    private boolean isYesOrNo() {
        return ask().expect() == null
                && ask().options() == null
                && Stream.of("yes", "no")
                        .allMatch(word -> ask().answers().stream()
                                .anyMatch(answer -> answer.heard()
                                        .getOrDefault(Language.ENGLISH, List.of())
                                        .contains(word)));
    }

    /** The answer of a short text that begins with it: "yep do it", "sí, bórrelo", "no thanks"; null if it also has words of another. */
    private @Nullable String saidWithMore(String folded) {
        String[] words = folded.split(" ", -1);
        String answer = heardAs(words[0]);
        return words.length <= MOST_WORDS_OF_YES
                        && Stream.of(words).map(this::heardAs).allMatch(each -> each == null || each.equals(answer))
                ? answer
                : null;
    }

    /** The answer that words of any language mean, those of the question's own language first. */
    private @Nullable String heardAs(String folded) {
        Language own = ask().question().base();
        return ask().answers().stream()
                .flatMap(answer -> answer.heard().entrySet().stream()
                        .filter(heard -> heard.getValue().contains(folded))
                        .map(heard -> Map.entry(heard.getKey(), answer.name())))
                .min(Comparator.comparing((Map.Entry<Language, String> heard) ->
                                !heard.getKey().equals(own))
                        .thenComparing(heard -> heard.getKey().toString()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /** The number that was typed, or 0 if it isn't a number of up to three digits. */
    static int number(String folded) {
        return folded.length() <= 3 && !folded.isEmpty() && folded.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(folded)
                : 0;
    }
}
