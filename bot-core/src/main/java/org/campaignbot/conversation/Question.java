package org.campaignbot.conversation;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** The waiting question, as the pack has it now and as the person saw it. */
record Question(Flow flow, Step step, State.Place place, Shape shape) {

    private static final Pattern DISTRICT = Pattern.compile("\\p{L}-\\d");

    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:the|la|el|no|num|numero|number|opcion|option) ){0,2}([0-9]{1,3})(?: please| pls| por favor| porfa)?");

    /** The waiting question, if the pack still has it; null if it doesn't, or if none waits. */
    static @Nullable Question waiting(FlowRun flowRun) {
        State.Asked asked = flowRun.asked();
        return asked != null
                        && Drift.of(
                                        flowRun.pack(),
                                        asked.place().flow(),
                                        asked.place().step())
                                instanceof Drift.Present present
                ? new Question(present.flow(), present.step(), asked.place(), asked.shape())
                : null;
    }

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
    String answerTo(String text) {
        String folded = Fold.fold(text);
        String answer = shape.numbered(number(text));
        if (answer == null && !folded.isEmpty()) {
            answer = shape.labeled(text);
        }
        return answer == null && !folded.isEmpty() ? heardAs(folded) : answer;
    }

    /**
     * The answer that is a yes, for words that say yes in whatever way; null if none is. An answer that "done" gives, too, reports
     * something, which a mere "ok, sounds good" doesn't.
     *
     * @param isSure whether the question must be one of yes or no, and not only go on at a yes
     */
    @Nullable
    String yes(boolean isSure) {
        String answer = Stream.of("yes", "si")
                .flatMap(yes -> Stream.ofNullable(answerTo(yes)))
                .findFirst()
                .orElse(null);
        boolean isReport = answer != null && answer.equals(heardAs("done"));
        return isReport || (isSure && answerTo("no") == null) ? null : answer;
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

    /** The number that was typed, as in "2" or "la 2", or 0 if it isn't one of up to three digits; "LA-2" is a district. */
    static int number(String typed) {
        Matcher number = NUMBER.matcher(DISTRICT.matcher(typed).find() ? "" : Fold.fold(typed));
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }
}
