package org.campaignbot.conversation;

import java.util.Objects;
import java.util.function.Predicate;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.SaysYes;
import org.campaignbot.flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * What the bot is waiting for: an answer, a command, or a time or place that it asked for. It tells words that only resemble
 * danger from a cry for help.
 */
final class ExpectedInput {

    private static final int MOST_WORDS_OF_A_PLACE = 3;

    /** A ZIP code in words, and one word more. */
    private static final int MOST_WORDS_OF_A_CODE = 6;

    private final FlowRun flowRun;
    private final HeardWords heardWords;

    ExpectedInput(FlowRun flowRun, HeardWords heardWords) {
        this.flowRun = flowRun;
        this.heardWords = heardWords;
    }

    /** Whether a text is what the bot is waiting for, so that only explicit words of danger count as danger. */
    boolean explains(String text, Understanding.Urgent urgent) {
        return isWrittenAnswer(text) || isCommand(text, urgent) || isExpected(text, urgent);
    }

    /** Whether a text answers the waiting question: by a label, a word that its author wrote, or the number of an option. */
    boolean isAnswer(String text) {
        State.Asked asked = flowRun.asked();
        if (asked == null) {
            return false;
        }
        Flow flow = flowRun.pack().flow(asked.place().flow());
        Step step = flow == null ? null : flow.step(asked.place().step());
        if (flow == null || step == null || step.ask() == null) {
            return false;
        }
        String folded = Fold.fold(text);
        int number = Question.number(text);
        return isWrittenAnswer(text)
                || (step.name().equals(Repair.ONE_MEANING) && SaysYes.only(text))
                || (number >= 1 && number <= asked.shape().options())
                || flowRun.options(flow, step).stream()
                        .anyMatch(option -> Fold.fold(option.label()).equals(folded));
    }

    /** Whether a text is an answer to the waiting question as its author wrote it, so that only explicit words of danger count. */
    private boolean isWrittenAnswer(String text) {
        State.Asked asked = flowRun.asked();
        if (asked == null || asked.shape().labeled(text) != null) {
            return asked != null;
        }
        Ask ask = ask(asked.place());
        String folded = Fold.fold(text);
        return ask != null
                && ask.answers().stream()
                        .flatMap(answer -> answer.heard().values().stream())
                        .anyMatch(heard -> heard.contains(folded));
    }

    /** Whether the whole text is a command for a flow that has nothing to do with danger, such as "settings". */
    private boolean isCommand(String text, Understanding.Urgent urgent) {
        String flow = heardWords.flow(Fold.fold(text), flowRun.language());
        return flow != null && !flow.equals(urgent.to().flow());
    }

    /**
     * Whether a text is the kind that the waiting question expects, such as a place, or starts a flow that takes it. "In two
     * hours" looks like something a person in danger might write, and is still an answer; a letter may be about anything.
     */
    private boolean isExpected(String text, Understanding.Urgent urgent) {
        State.Asked asked = flowRun.asked();
        Ask ask = asked == null ? null : ask(asked.place());
        Ask.Expect expect = ask == null ? null : ask.expect();
        boolean asksForIt = expect != null
                && !flowRun.takesAll(expect.kind())
                && flowRun.recognizes(expect.kind(), text)
                && !(flowRun.tellsPlace(expect.kind()) && isClearlyNoPlace(text, urgent));
        return asksForIt || heardWords.taker(text, flowRun) != null;
    }

    /** Whether a text that resembles a place clearly means something else: "la policia esta" isn't Louisiana. */
    private boolean isClearlyNoPlace(String text, Understanding.Urgent urgent) {
        return urgent.ordinary() instanceof Understanding.Clear clear
                && !clear.isTalk()
                && heardWords.anywhere().stream()
                        .map(flow -> Objects.requireNonNull(flow.takes()).kind())
                        .noneMatch(kind -> flowRun.mention(kind, text) != null);
    }

    /**
     * What a text says beside the place in it, folded: "by the border" in "San Diego, by the border". Empty if the text is nothing
     * but a place in a few words, such as "La Puente" or "four three two one five"; null if it surely names none.
     */
    @Nullable
    String besideThePlace(String text) {
        String folded = Fold.fold(text);
        int words = Fold.words(folded);
        for (Flow flow : heardWords.anywhere()) {
            String mention =
                    flowRun.mention(Objects.requireNonNull(flow.takes()).kind(), text);
            String place = mention == null ? "" : Fold.fold(mention);
            boolean isSpelledOut = !place.isEmpty()
                    && place.chars().allMatch(Character::isDigit)
                    && text.chars().noneMatch(Character::isDigit);
            if (isSpelledOut || place.equals(folded)) {
                return words > 1 && words <= (isSpelledOut ? MOST_WORDS_OF_A_CODE : MOST_WORDS_OF_A_PLACE) ? "" : null;
            } else if (!place.isEmpty() && (" " + folded + " ").contains(" " + place + " ")) {
                return (" " + folded + " ").replace(" " + place + " ", " ").strip();
            }
        }
        return null;
    }

    /** Whether the waiting question takes any words, in a pack that can set them aside. */
    boolean anyWords() {
        return takes(flowRun::takesAll);
    }

    /** Whether it takes a part of somebody's own text. */
    boolean isOwnText() {
        return takes(flowRun::isOwnText);
    }

    private boolean takes(Predicate<String> kind) {
        State.Asked asked = flowRun.asked();
        if (asked == null
                || flowRun.pack().flow(Repair.SET_ASIDE) == null
                || flowRun.pack().flow(Repair.IN_DANGER) == null) {
            return false;
        }
        Ask ask = ask(asked.place());
        return ask != null
                && ask.expect() != null
                && kind.test(Objects.requireNonNull(ask.expect()).kind());
    }

    /** The question at a place; null if the pack no longer has it. */
    private @Nullable Ask ask(State.Place place) {
        Flow flow = flowRun.pack().flow(place.flow());
        Step step = flow == null ? null : flow.step(place.step());
        return step == null ? null : step.ask();
    }
}
