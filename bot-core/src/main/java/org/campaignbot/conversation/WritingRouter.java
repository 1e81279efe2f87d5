package org.campaignbot.conversation;

import java.util.Objects;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.TypedSentences;
import org.jspecify.annotations.Nullable;

/** Tells what belongs in a text that somebody is writing, such as a letter, from what they say to the bot meanwhile. */
final class WritingRouter {

    /** Longer talk may well be a part of somebody's letter. */
    private static final int SHORT_TALK = 6;

    private final FlowRun flowRun;
    private final AnswerMatcher answerMatcher;
    private final TakingFlows takingFlows;

    WritingRouter(FlowRun flowRun, AnswerMatcher answerMatcher, TakingFlows takingFlows) {
        this.flowRun = flowRun;
        this.answerMatcher = answerMatcher;
        this.takingFlows = takingFlows;
    }

    /**
     * Answers what was said to the bot where a part of a letter or the like was asked for. What has no answer is left out of the letter,
     * and goes in if it's sent again. False if it was, or if the pack has no words for it.
     */
    boolean told(Question question, String text, Understanding.Meaning heard) {
        if (!(heard instanceof Understanding.ToTheBot said)) {
            return false;
        }
        Understanding.Meaning meaning = said.meaning();
        if (!said.rest().isEmpty()) {
            return keptBeside(question, said);
        } else if (isWish(question, meaning)) {
            takingFlows.enter((Understanding.Clear) meaning, text);
            return true;
        }
        if (flowRun.isSetAside(text) || flowRun.pack().flow(Repair.LEFT_OUT) == null) {
            return false;
        }
        flowRun.keepOwn(RepairFacts.ASIDE, text);
        if (meaning instanceof Understanding.Clear clear
                && (clear.isTalk() ? Fold.words(text) <= SHORT_TALK : reportsNothing(clear.to()))) {
            takingFlows.enter(clear, text);
            return true;
        }
        flowRun.enter(Repair.LEFT_OUT);
        return true;
    }

    /** Whether words want something of the letter that is asked for, such as to see it now. */
    private boolean isWish(Question question, Understanding.Meaning meaning) {
        return meaning instanceof Understanding.Clear clear
                && clear.to().step() != null
                && clear.to().flow().equals(question.flow().name())
                && !flowRun.isAnswer(clear.to());
    }

    /** The sentence that is what a question expects, where another one wishes something: "Marisol" in "Marisol. enséñame la carta"; null if none is. */
    private @Nullable String own(String kind, String text) {
        boolean isOne = flowRun.recognizes(kind, text);
        return TypedSentences.in(text).stream()
                .filter(sentence -> flowRun.recognizes(kind, sentence)
                        && (isOne || flowRun.meaning(sentence) instanceof Understanding.Nothing))
                .findFirst()
                .orElse(isOne ? text : null);
    }

    /** Goes where somebody wants to be in the letter, with the name that stands beside it: "its Carol Ann, now can I see it please". */
    boolean wished(Question question, String text, Understanding.Meaning meaning) {
        if (!isWish(question, meaning) || !takesSentences(question)) {
            return false;
        }
        String own = own(question.expect().kind(), text);
        if (own != null) {
            takeQuietly(question, own);
        }
        flowRun.enter(((Understanding.Clear) meaning).to());
        return true;
    }

    /**
     * Keeps what belongs in the letter and answers what stands beside it: "The food pantry. Now may I see my letter?" False if the pack has no
     * words for what is left out.
     */
    private boolean keptBeside(Question question, Understanding.ToTheBot said) {
        if (!said.leftOut().isEmpty() && flowRun.pack().flow(Repair.END_LEFT_OUT) == null) {
            return false;
        }
        Understanding.Clear clear = said.meaning() instanceof Understanding.Clear each ? each : null;
        Destination wish =
                isWish(question, said.meaning()) ? Objects.requireNonNull(clear).to() : null;
        Destination asked = clear == null ? null : wish == null ? clear.to() : clear.beside();
        if (wish == null) {
            answerBeside(asked, said.leftOut());
            answerMatcher.takeWords(question, said.rest());
        } else {
            takeQuietly(question, said.rest());
            answerBeside(asked, said.leftOut());
            flowRun.enter(wish);
        }
        if (!said.leftOut().isEmpty()) {
            flowRun.keepOwn(RepairFacts.ASIDE, said.leftOut());
        }
        return true;
    }

    /** Takes words without asking the next question, since the letter comes next. */
    private void takeQuietly(Question question, String words) {
        boolean isSilent = flowRun.isSilent();
        answerMatcher.takeWords(question, words);
        if (isSilent) {
            flowRun.unask();
        }
    }

    /** Answers what stands beside a part of the letter, and says what was left out of it. */
    private void answerBeside(@Nullable Destination asked, String leftOut) {
        if (asked != null) {
            flowRun.speakAnswer(asked);
        }
        if (!leftOut.isEmpty()) {
            flowRun.keepOwn(RepairFacts.ASIDE, leftOut);
            flowRun.speak(Repair.END_LEFT_OUT);
        }
    }

    /**
     * Whether words report nothing: what's only said of the letter, such as "undo that", mustn't take back a call. Nor does "it won't let me
     * type more" stop the bot.
     */
    private boolean reportsNothing(Destination to) {
        Flow flow = flowRun.pack().flow(to.flow());
        Step step = flow == null || to.step() == null ? null : flow.step(to.step());
        boolean isReport =
                step != null && step.run() != null && step.run().with().containsKey("outcome");
        return !to.flow().equals(Repair.STOP) && (to.step() == null || (step != null && !isReport));
    }

    /** Whether a question would take a sentence for its answer, whatever that says. */
    boolean takesSentences(Question question) {
        return question.ask().expect() != null
                && !takingFlows.asksPlace(question)
                && (flowRun.takesAll(question.expect().kind())
                        || flowRun.readsSentences(question.expect().kind()));
    }

    /**
     * Reads what stood behind an answer where the next part of a letter is asked for: "Brenda. but only my first name" names no town. A button's
     * label is taken, and a question is answered before the next one is asked; anything else was said by the way.
     */
    void readBeside(Question next, String text, boolean isSilent) {
        boolean isLabel = AnswerFirst.isLabel(next, text);
        Destination asked = !isLabel
                        && flowRun.meaning(text) instanceof Understanding.Clear clear
                        && clear.to().step() != null
                        && (flowRun.isAnswer(clear.to()) || isWish(next, clear))
                ? clear.to()
                : null;
        if (isSilent && (isLabel || asked != null)) {
            flowRun.unask();
        }
        if (!answerMatcher.answered(next, text) && asked != null) {
            flowRun.enter(asked);
        }
    }

    /** Takes what stands behind a choice as what the next question asks for; what's said to the bot is no part of it. */
    void takeStory(Question next, String text) {
        Understanding.Meaning meaning =
                flowRun.understand(text, new Understanding.Context(next.flow().name(), true));
        String own = meaning instanceof Understanding.ToTheBot said ? said.rest() : text;
        if (own.isEmpty()) {
            return;
        }
        flowRun.takeBackQuestion();
        answerMatcher.takeWords(next, own);
        if (meaning instanceof Understanding.ToTheBot said
                && said.meaning() instanceof Understanding.Clear asked
                && flowRun.isAnswer(asked.to())) {
            flowRun.speakFirst(asked.to());
        }
    }
}
