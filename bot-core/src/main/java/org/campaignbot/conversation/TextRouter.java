package org.campaignbot.conversation;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.conversation.Turn.Note;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.SaysYes;
import org.campaignbot.flow.TypedSentences;
import org.jspecify.annotations.Nullable;

/** Reads words that aren't a cry for help, in the order that {@link InputRouter} sets out. */
final class TextRouter {

    /** The fewest words that say more than a place or a time. */
    static final int FEWEST_WORDS_OF_A_SENTENCE = 4;

    /** Fewer words after an answer add nothing to it, and with a place in them they're often somebody's name. */
    static final int FEWEST_WORDS_OF_MORE = 3;

    private static final Pattern HEADED = Pattern.compile("([^.!,;\\n]{1,40})[.!,;\\n]+\\s+\\S.*", Pattern.DOTALL);

    private final FlowRun flowRun;
    private final EntryPoints entryPoints;
    private final AnswerMatcher answerMatcher;
    private final HeardWords heardWords;
    private final TakingFlows takingFlows;
    private final AnswerFirst answerFirst;
    private final WritingRouter writingRouter;
    private final Greetings greetings;

    TextRouter(FlowRun flowRun, EntryPoints entryPoints, AnswerMatcher answerMatcher, HeardWords heardWords) {
        this.flowRun = flowRun;
        this.entryPoints = entryPoints;
        this.answerMatcher = answerMatcher;
        this.heardWords = heardWords;
        this.greetings = new Greetings(flowRun);
        this.takingFlows = new TakingFlows(flowRun, entryPoints, heardWords, greetings);
        this.answerFirst = new AnswerFirst(flowRun, answerMatcher, takingFlows);
        this.writingRouter = new WritingRouter(flowRun, answerMatcher, takingFlows);
    }

    void read(String text, boolean readable, Understanding.Meaning meaning) {
        if (!readable) {
            answerMatcher.waiting(text.isEmpty() ? Repair.EMPTY : Repair.TOO_LONG);
            return;
        }
        Question question = answerMatcher.question();
        if (question != null) {
            readAnswer(question, text, headed(text, meaning));
        } else if (flowRun.asked() == null) {
            readUnasked(text, headed(text, meaning));
        }
    }

    /** What words mean that begin with those of a flow, which goes on with the place behind them: "Write. I'm in Bangor, Maine". */
    private Understanding.Meaning headed(String text, Understanding.Meaning meaning) {
        Matcher parts = HEADED.matcher(text);
        String flow = meaning instanceof Understanding.Nothing && parts.matches() ? heardFlow(parts.group(1)) : null;
        return flow != null && takingFlows.needsPlace(flow)
                ? new Understanding.Clear(new Understanding.Destination(flow, null))
                : meaning;
    }

    /** Reads words that nobody asked for, as the first ones of a conversation are. */
    private void readUnasked(String text, Understanding.Meaning meaning) {
        String flow = heardFlow(text);
        if (flow != null) {
            start(flow);
            return;
        }
        boolean isRead = takingFlows.taken(text)
                || placeAfterHelp(text, meaning)
                || afterHelp(meaning)
                || takingFlows.putOff(text, meaning)
                || reported(text, meaning)
                || gavePlace(null, text, meaning)
                || meant(text, meaning)
                || takingFlows.guessed(text, meaning);
        if (!isRead) {
            entryPoints.open("");
        }
    }

    /** Reads words while a question waits. */
    private void readAnswer(Question question, String text, Understanding.Meaning meaning) {
        String flow = heardFlow(text);
        if (answerMatcher.answered(question, text)) {
            return;
        }
        boolean isSilent = flowRun.isSilent();
        String rest = flow == null ? answerFirst.takeFirst(question, text) : null;
        if (rest != null) {
            readRest(question, rest, isSilent);
            return;
        }
        if (flow != null && (isCommand(text) || !isForTheText(question, flow))) {
            start(flow);
            return;
        }
        boolean isRead = takingFlows.takenBoth(question, text)
                || takingFlows.taken(text)
                || writingRouter.told(question, text, meaning)
                || writingRouter.wished(question, text, meaning)
                || takingFlows.wantedElsewhere(question, text, meaning)
                || placeAfterHelp(text, meaning)
                || expected(question, text, meaning)
                || startedInTheEnd(question, text, meaning)
                || afterHelp(meaning)
                || agreedAndAsked(question, text, meaning)
                || agreedAndWondered(question, text, meaning)
                || takingFlows.putOff(text, meaning)
                || reported(text, meaning)
                || answeredInASentence(question, text, meaning)
                || gavePlace(question, text, meaning)
                || (asksForNothing(meaning) && !AnswerFirst.isTakenBack(text) && answerMatcher.agreed(question, text))
                || misspelledPlace(question, text)
                || (asksForNothing(meaning) && answerFirst.takeLabel(question, text))
                || takenApart(text, meaning)
                || meant(text, meaning)
                || (!takingFlows.asksPlace(question) && takingFlows.guessed(text, meaning));
        if (!isRead) {
            notUnderstood(question, text, meaning);
        }
    }

    /**
     * Reads what came after an answer.
     *
     * @param rest empty if it needs no reading
     * @param isSilent whether nothing had been said before the answer was taken
     */
    private void readRest(Question question, String rest, boolean isSilent) {
        Question next = rest.isEmpty() ? null : answerMatcher.question();
        if (next != null
                && next.flow().equals(question.flow())
                && !next.place().equals(question.place())
                && writingRouter.takesSentences(next)) {
            writingRouter.readBeside(next, rest, isSilent);
        } else if (next != null
                && next.ask().expect() != null
                && flowRun.takesAll(next.expect().kind())) {
            writingRouter.takeStory(next, rest);
        } else if (!rest.isEmpty()) {
            Understanding.Meaning more = flowRun.meaning(rest);
            if (more instanceof Understanding.Clear clear
                    && clear.to().step() == null
                    && flowRun.isAsking(clear.to().flow())) {
                // "Yes, I live there. I'd like to write to Grassley" led there already.
                return;
            }
            if (isSilent && takingFlows.needsPlaceOf(question, more)) {
                // "Yes, I live there. I'd rather write" wants no call's card.
                flowRun.unask();
            }
            flowRun.readOn(more, () -> read(rest, true, more));
        }
    }

    /** Starts the flow that words name after talk: "ay ya me confundi. carta". */
    private boolean startedInTheEnd(Question question, String text, Understanding.Meaning meaning) {
        boolean isTalk = meaning instanceof Understanding.Clear clear
                ? clear.isTalk()
                : meaning instanceof Understanding.Nothing;
        boolean takesAll = question.ask().expect() != null
                && flowRun.takesAll(question.expect().kind());
        List<String> clauses =
                !isTalk || takesAll ? List.of() : Clauses.all(text).toList();
        String flow = clauses.size() < 2 ? null : heardFlow(clauses.get(clauses.size() - 1));
        if (flow == null || Repair.COMMANDS.contains(flow) || flow.equals(Repair.NEVER_MIND)) {
            return false;
        }
        start(flow);
        return true;
    }

    /** Takes the yes before a question that's answered in words: "si ahi vivo, pero no tengo papeles, puedo llamar?" */
    private boolean agreedAndWondered(Question question, String text, Understanding.Meaning meaning) {
        String first = Clauses.all(text).findFirst().orElse("");
        if (!(meaning instanceof Understanding.Clear clear)
                || clear.isTalk()
                || !flowRun.isAnswer(clear.to())
                || Repair.COMMANDS.contains(question.flow().name())
                || !SaysYes.only(first)
                || question.yes(true) == null
                || AnswerFirst.isTakenBack(text)) {
            return false;
        }
        answerMatcher.take(question, Objects.requireNonNull(question.yes(true)));
        flowRun.speakFirst(clear.to());
        return true;
    }

    /** Takes the yes before a wish, "yes help me call", and goes where it leads unless that's where the yes leads, too. */
    private boolean agreedAndAsked(Question question, String text, Understanding.Meaning meaning) {
        if (!(meaning instanceof Understanding.Clear clear)
                || clear.isTalk()
                || Repair.COMMANDS.contains(question.flow().name())
                || question.yes(true) == null
                || AnswerFirst.isTakenBack(text)) {
            return false;
        }
        boolean leadsThere = flowRun.belongsTo(clear.to().flow())
                || Repair.COMMANDS.contains(clear.to().flow());
        if (clear.to().step() != null && !leadsThere) {
            return false;
        }
        boolean isSilent = flowRun.isSilent();
        if (!answerMatcher.agreed(question, text)) {
            return false;
        }
        if (!leadsThere) {
            if (isSilent && takingFlows.needsPlaceOf(question, meaning)) {
                flowRun.unask();
            }
            takingFlows.enter(clear, text);
        }
        return true;
    }

    /** The flow that words start from anywhere, with or without courtesies around them; null if none. */
    private @Nullable String heardFlow(String text) {
        String flow = heardWords.flow(Fold.fold(text), flowRun.language());
        if (flow == null) {
            flow = heardWords.flow(Fold.fold(Courtesies.without(text)), flowRun.language());
        }
        return greetings.flow(flow);
    }

    private void start(String flow) {
        entryPoints.introduce(flow);
        flowRun.enter(flow);
    }

    /** Takes what a question expects, unless the words clearly say more, or tell of danger that's still going on. */
    private boolean expected(Question question, String text, Understanding.Meaning meaning) {
        if (!takingFlows.expected(question, text)
                || takingFlows.saysMore(question, text, meaning)
                || (flowRun.afterHelp().isNow() && Fold.words(text) >= FEWEST_WORDS_OF_A_SENTENCE)) {
            return false;
        }
        takingFlows.notePlace(question);
        if (flowRun.tellsPlace(question.expect().kind())) {
            takingFlows.keepBeside(text);
            takingFlows.answerBeside(text, meaning);
        }
        answerMatcher.takeWords(question, text);
        return true;
    }

    /** Answers a bare place right after help in danger in words of that help: whoever gives it hopes for more help there, not for a call. */
    private boolean placeAfterHelp(String text, Understanding.Meaning meaning) {
        Destination answer = meaning instanceof Understanding.Clear
                ? null
                : flowRun.afterHelp().atPlace();
        if (answer == null || !takingFlows.isOnlyAPlace(text)) {
            return false;
        }
        flowRun.notePlace();
        flowRun.enter(answer);
        return true;
    }

    private boolean afterHelp(Understanding.Meaning meaning) {
        if (!flowRun.afterHelp().isNow() || !(asksForNothing(meaning) || isOfTheCampaign(meaning))) {
            return false;
        }
        flowRun.goOnAfterHelp(
                meaning instanceof Understanding.Clear talk ? talk.to().step() : null);
        return true;
    }

    /** Counts a report, and answers what was said beside it. */
    private boolean reported(String text, Understanding.Meaning meaning) {
        if (!(meaning instanceof Understanding.Reported both)) {
            return false;
        }
        Understanding.Clear beside = both.rest() instanceof Understanding.Clear clear && !clear.isTalk() ? clear : null;
        // What's answered in words comes first, so that the card stands last, and only once.
        if (beside != null && beside.beside() != null) {
            flowRun.speakAnswer(beside.beside());
        }
        boolean isAnswered = beside != null && flowRun.speakAnswer(beside.to());
        flowRun.enter(both.report());
        if (beside != null
                && !isAnswered
                && !(Repair.COMMANDS.contains(beside.to().flow())
                        && !beside.to().flow().equals(Repair.STOP))
                && !isOnTheScreen(beside.to())) {
            takingFlows.enter(beside, text);
        }
        return true;
    }

    /** Takes two clear sentences of a text that is nothing clear as a whole: "second time she was in, nice guy took it down. what's my count". */
    private boolean takenApart(String text, Understanding.Meaning meaning) {
        boolean isUnclear = meaning instanceof Understanding.Unsure || meaning instanceof Understanding.Nothing;
        List<String> sentences = isUnclear ? TypedSentences.in(text) : List.of();
        if (sentences.size() < 2) {
            return false;
        }
        String last = sentences.get(sentences.size() - 1);
        String rest = text.substring(0, text.lastIndexOf(last)).strip();
        return flowRun.meaning(rest) instanceof Understanding.Clear first
                && !first.isTalk()
                && flowRun.meaning(last) instanceof Understanding.Clear second
                && !second.isTalk()
                && reported(text, new Understanding.Reported(first.to(), second));
    }

    /** Takes a place that nobody asked for. */
    private boolean gavePlace(@Nullable Question question, String text, Understanding.Meaning meaning) {
        boolean isAtTheMenu =
                question == null || question.flow().name().equals(flowRun.pack().menu());
        return !flowRun.afterHelp().isNow()
                && !takingFlows.takesMore(meaning)
                && (takingFlows.mentioned(text, meaning)
                        || (isAtTheMenu
                                && !(meaning instanceof Understanding.Nothing)
                                && takingFlows.guessed(text, meaning)));
    }

    /** Takes a few words for the place that was asked for: a town in two misspelled words resembles anything. */
    private boolean misspelledPlace(Question question, String text) {
        return takingFlows.asksPlace(question)
                && Fold.words(text) < FEWEST_WORDS_OF_A_SENTENCE
                && flowRun.isLikely(question.expect().kind(), text)
                && takingFlows.guessed(text, new Understanding.Nothing());
    }

    /** Goes where the words lead, or asks which of a few things they mean. */
    private boolean meant(String text, Understanding.Meaning meaning) {
        if (meaning instanceof Understanding.Clear clear) {
            takingFlows.enter(clear, text);
            return true;
        } else if (meaning instanceof Understanding.Unsure unsure) {
            flowRun.note(Note.UNSURE);
            entryPoints.introduce(Repair.DID_YOU_MEAN);
            entryPoints.ask(unsure.likely());
            return true;
        }
        return false;
    }

    private void notUnderstood(Question question, String text, Understanding.Meaning meaning) {
        if (question.ask().expect() != null
                && question.expect().otherwise() != null
                && !takingFlows.likelyMeansMore(question, text, meaning)) {
            takingFlows.notePlace(question);
            flowRun.keepOwn(question.expect().keep(), text);
            flowRun.go(question.flow(), Objects.requireNonNull(question.expect().otherwise()), question.place());
            return;
        } else if (answerMatcher.listIsGone(question)) {
            answerMatcher.changed(question);
            return;
        }
        if (question.ask().expect() != null) {
            takingFlows.notePlace(question);
        }
        flowRun.note(Note.NOT_UNDERSTOOD);
        boolean again = flowRun.missesAgain();
        if (!(meaning instanceof Understanding.Nothing missed)) {
            flowRun.enter(Repair.NOT_UNDERSTOOD);
            return;
        }
        if (!missed.nearest().isEmpty()) {
            flowRun.countUnanswered(missed.nearest());
        }
        if ((again || missed.isFair()) && !missed.likely().isEmpty()) {
            entryPoints.ask(missed.likely());
        } else {
            flowRun.enter(Repair.NOT_UNDERSTOOD);
        }
    }

    /** Whether words want nothing of the campaign: thanks, a greeting, or what isn't understood. */
    private boolean asksForNothing(Understanding.Meaning meaning) {
        return !(meaning instanceof Understanding.Clear clear)
                || clear.isTalk()
                || clear.to().flow().equals(flowRun.pack().start())
                || clear.to().flow().equals(Repair.HELLO);
    }

    /**
     * Whether words are taken for something of the campaign. Right after help in danger they hardly are: "he isn't picking up" reports
     * no call, and "where do I call" isn't about a senator. Whoever does mean it types a command or taps a button.
     */
    private boolean isOfTheCampaign(Understanding.Meaning meaning) {
        if (!(meaning instanceof Understanding.Clear clear)) {
            return true;
        }
        String flow = clear.to().flow();
        return !entryPoints.isUrgent(flow)
                && !flow.equals(Repair.AFTER_HELP)
                && !Repair.COMMANDS.contains(flow)
                && !Repair.BESIDE_HELP.contains(flow);
    }

    /** Whether a step only leads to what is asked now, as "who's next" does once a report has brought the next card. */
    private boolean isOnTheScreen(Destination to) {
        String next = flowRun.flowAfter(to);
        return next != null && flowRun.isAsking(next);
    }

    /** Takes a sentence that answers the waiting question, even with a place in it: "she wrote down my ZIP, 45601" reports a call. */
    private boolean answeredInASentence(Question question, String text, Understanding.Meaning meaning) {
        if (question.ask().expect() != null
                || !(meaning instanceof Understanding.Clear clear)
                || clear.to().step() == null
                || !clear.to().flow().equals(question.flow().name())
                || Fold.words(text) < FEWEST_WORDS_OF_A_SENTENCE) {
            return false;
        }
        takingFlows.notePlaceIn(text);
        flowRun.enter(clear.to());
        return true;
    }

    /** Whether a text is a platform command with a slash, which wouldn't occur in a letter. */
    private boolean isCommand(String text) {
        return text.startsWith("/")
                && flowRun.pack().profile().command(Fold.fold(text).replace(' ', '_')) != null;
    }

    /** Whether words that start a flow count as an answer here, since a letter may well say "schools". */
    private boolean isForTheText(Question question, String flow) {
        return question.ask().expect() != null
                && flowRun.takesAll(question.expect().kind())
                && !flow.equals(flowRun.pack().menu())
                && !flow.equals(Repair.NEVER_MIND)
                && !Repair.COMMANDS.contains(flow);
    }
}
