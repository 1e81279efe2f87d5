package org.campaignbot.conversation;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.SaysYes;
import org.campaignbot.flow.Target;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says right after they ask for help with their letter: "yes help me. I'm a nurse, and families stopped coming".
 *
 * <p>A story is read as a part of the letter. By themselves, "ayúdeme" and what a letter is about sound like a cry for help.
 *
 * @param answer the answer that the yes, number or label before it means
 * @param words what comes after it
 * @param flow the flow in which the wish is granted
 * @param isStory whether the words belong in the letter
 */
record BehindWish(String answer, String words, String flow, boolean isStory) {

    /** Fewer words tell nothing that belongs in a letter. */
    private static final int FEWEST_WORDS = 8;

    private static final int FEWEST_WORDS_BESIDE_A_QUESTION = 5;

    /** A longer beginning is a story of its own, and no mere wish. */
    private static final int MOST_WORDS_OF_A_WISH = 8;

    private static final int MOST_WORDS_OF_A_YES = 5;

    /** In letters; "ask" and "yes" begin too much. */
    private static final int SHORTEST_BEGINNING = 6;

    /** Where a wish may end: at a sentence, a comma, an emoji or a line's end. */
    private static final Pattern END = Pattern.compile("[.!;,\u2026]+\\s+|\\s*\\p{So}[\\p{Sk}\\p{M}]*\\s+|\\s*\\n+");

    /** What's said behind a wish that answers the waiting question; null if nothing is, or if no letter begins there. */
    static @Nullable BehindWish in(String text, @Nullable Question question, FlowRun flowRun) {
        if (question == null || question.shape().isHidden() || question.ask().expect() != null) {
            return null;
        }
        BehindWish behind = null;
        Matcher end = END.matcher(text);
        while (end.find() && Fold.words(text.substring(0, end.start())) <= MOST_WORDS_OF_A_WISH) {
            String wish = text.substring(0, end.start());
            String words = text.substring(end.end());
            Answer answer = wish.isBlank() || words.isBlank() ? null : granting(question, wish, flowRun);
            if (answer != null && answer.then() instanceof Target.ToFlow to) {
                boolean isStory = isStory(words, to.flow(), flowRun);
                // "Help me, please" only begins like the button, and is a cry.
                if (isStory || answer.equals(said(question, wish))) {
                    behind = new BehindWish(answer.name(), words, to.flow(), isStory);
                }
            }
        }
        return AnswerFirst.isTakenBack(text) ? null : behind;
    }

    /** The answer that a wish is, if it leads to a flow that asks for words of the person's own; null if not. */
    private static @Nullable Answer granting(Question question, String wish, FlowRun flowRun) {
        Answer said = said(question, wish);
        return (said == null
                        ? question.ask().answers().stream().filter(answer -> isBegun(answer, Fold.fold(wish)))
                        : Stream.of(said))
                .filter(answer -> answer.then() instanceof Target.ToFlow to && asksForWords(to.flow(), flowRun))
                .findFirst()
                .orElse(null);
    }

    /** The answer that a wish says as a whole, or that it agrees to; null if none. */
    private static @Nullable Answer said(Question question, String wish) {
        String named = Stream.of(wish, Courtesies.without(wish))
                .flatMap(words -> Stream.ofNullable(question.answerTo(words)))
                .findFirst()
                .orElse(null);
        boolean isYes =
                named == null && (SaysYes.first(wish) || SaysYes.only(wish)) && Fold.words(wish) <= MOST_WORDS_OF_A_YES;
        String name = isYes ? question.yes(false) : named;
        return question.ask().answers().stream()
                .filter(answer -> answer.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether a wish is the beginning of what an answer is called: "help me" of "help me write". */
    private static boolean isBegun(Answer answer, String folded) {
        return folded.length() >= SHORTEST_BEGINNING
                && answer.heard().values().stream()
                        .flatMap(Collection::stream)
                        .anyMatch(heard -> heard.startsWith(folded + " "));
    }

    private static boolean asksForWords(String name, FlowRun flowRun) {
        return Stream.ofNullable(flowRun.pack().flow(name))
                .flatMap(flow -> flow.steps().values().stream())
                .flatMap(step -> Stream.ofNullable(step.ask()))
                .map(Ask::expect)
                .anyMatch(expect -> expect != null && flowRun.takesAll(expect.kind()));
    }

    /** Whether words belong in the text that a flow asks for, all or in part; what reports a call or wants something else doesn't. */
    private static boolean isStory(String words, String flow, FlowRun flowRun) {
        if (Fold.words(words) < FEWEST_WORDS) {
            return false;
        }
        Understanding.Meaning told = flowRun.understand(words, new Understanding.Context(flow, true));
        return calm(told) instanceof Understanding.ToTheBot said
                ? Fold.words(said.rest()) >= FEWEST_WORDS_BESIDE_A_QUESTION
                : words.indexOf('?') < 0 && !isMore(flowRun.meaning(words), words, flowRun);
    }

    private static boolean isMore(Understanding.Meaning meaning, String words, FlowRun flowRun) {
        Understanding.Meaning calm = calm(meaning);
        return calm instanceof Understanding.Reported
                || (calm instanceof Understanding.Clear clear
                        && !clear.isTalk()
                        && (!flowRun.isAnswer(clear.to()) || OtherQuestions.asks(words)));
    }

    private static Understanding.Meaning calm(Understanding.Meaning meaning) {
        return meaning instanceof Understanding.Urgent urgent ? urgent.ordinary() : meaning;
    }

    /** Begins the letter, so that the words answer its first question; false if something else is asked first. */
    boolean grant(Question question, FlowRun flowRun, AnswerMatcher answerMatcher) {
        answerMatcher.take(question, answer);
        return flowRun.isAsking(flow);
    }
}
