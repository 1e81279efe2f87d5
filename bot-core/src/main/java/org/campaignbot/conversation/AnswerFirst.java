package org.campaignbot.conversation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.SaysYes;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.TypedSentences;
import org.jspecify.annotations.Nullable;

/** Takes the answer at the start of a longer message. */
final class AnswerFirst {

    /** A longer reply that ends like one: "Friday at four is fine." */
    private static final Pattern FINE =
            Pattern.compile("^(?:\\S+ ){1,7}(?:bien|perfecto|fine|good|great|works|ok|okay|perfect)$");

    /** A short first sentence, and what comes after it: "yes. …", "yes 👍 …", "yes, and …". */
    private static final Pattern FIRST_SENTENCE = Pattern.compile(
            "^(.{1,40}?)(?:[.!;\u2026]+\\s+|\\s*\\p{So}[\\p{Sk}\\p{M}]*\\s+|,?\\s+(?=(?:oh |ah )?(?:and|also|y)\\s)|\\s*\\n+)(\\S.*)$",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Continues the sentence, unless only a yes came before: "Ponce y vivo en Orlando" is one sentence. */
    private static final Pattern JOINED = Pattern.compile("^(?:oh |ah )?(?:and|also|y)\\s", Pattern.CASE_INSENSITIVE);

    /** A yes that is taken back in the same breath: "yes. actually no, keep it all". Nothing is deleted on such a word. */
    private static final Pattern YES_TAKEN_BACK = Pattern.compile(
            "^(?:yes|yeah|yea|yep|yup|ok|okay|sure|si|sii|claro|dale|bueno)(?: (?:please|por favor|oh|ay|um|but|pero|o sea))* "
                    + "(?:no|nope|wait|hold on|hang on|actually|never ?mind|nvm|on second thought|not|dont|espera|espere|esperate|mejor|nel|digo)\\b");

    /** Words that take back a yes wherever they stand: "yes delete it all jk lol". */
    private static final Pattern NOT_MEANT = Pattern.compile(
            "\\b(?:jk|just kidding|kidding|never ?mind|nvm|hold on|es broma|era broma|mentira|mejor no|olvidelo|olvidalo)\\b");

    /** How words go on that take back those before them: "yes delete it all actually no wait". */
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "^(?:(?:oh|but|um|pero|ay) )*(?:actually|wait|hold on|no|nope|jk|just kidding|kidding|never ?mind|nvm|espera|espere|mejor no|es broma|mentira)\\b");

    /** The most words behind a button's label that are ignored if they mean nothing: "Help me write it. Just to Senator Collins". */
    private static final int MOST_WORDS_BY_THE_WAY = 6;

    /** What says whose call it was: "left a voicemail. for the other one". */
    private static final Pattern POINTS = Pattern.compile(
            "\\b(?:for|with|to|at|by|both|other|not|him|her|them|con|a|al|para|otr[oa]s?|l[oa]s dos|el|ella)\\b");

    /** What people say before an answer that they gave already: "bro t dije Ponce". */
    private static final Pattern SAID_BEFORE = Pattern.compile(
            "^(?:(?:bro|man|dude|no|ok|oye|oiga|pero|but|like) )*(?:i (?:already |just |literally )*(?:said|told (?:you|u))|(?:ya )?(?:te |t |le )(?:dije|habia dicho)(?: que| q)?) ",
            Pattern.CASE_INSENSITIVE);

    private final FlowRun flowRun;
    private final AnswerMatcher answerMatcher;
    private final TakingFlows takingFlows;

    AnswerFirst(FlowRun flowRun, AnswerMatcher answerMatcher, TakingFlows takingFlows) {
        this.flowRun = flowRun;
        this.answerMatcher = answerMatcher;
        this.takingFlows = takingFlows;
    }

    /** Whether a yes at the beginning is taken back in the same breath. */
    static boolean isTakenBack(String text) {
        String folded = Fold.fold(text);
        return YES_TAKEN_BACK.matcher(folded).find()
                || NOT_MEANT.matcher(folded).find();
    }

    /**
     * Takes a first sentence that answers the waiting question: "yes ohio. talked to Moreno's staffer", "yes, that suits me. Will you
     * telephone me?", "Arizona. Kelly was busy", "Help me write it. Can I say I'm a pastor?"
     *
     * @return what comes after it; null if it's no answer, or if nothing of its own comes after it
     */
    @Nullable
    String takeFirst(Question question, String text) {
        if (flowRun.afterHelp().isNow()) {
            return null;
        }
        BehindWish behind = BehindWish.in(text, question, flowRun);
        if (behind != null && behind.isStory()) {
            return behind.grant(question, flowRun, answerMatcher) ? behind.words() : "";
        }
        String behindReply = takeReply(question, text);
        if (behindReply != null) {
            return behindReply;
        }
        Matcher parts = FIRST_SENTENCE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String first = parts.group(1);
        String rest = parts.group(2);
        String behindChoice =
                isChoice(question, first) && !isTakenBack(text) ? takeChoice(question, first, rest) : null;
        if (behindChoice != null) {
            return behindChoice;
        }
        int words = Fold.words(SAID_BEFORE.matcher(first).replaceFirst(""));
        boolean isSentence = !text.substring(parts.end(1), parts.start(2)).isBlank();
        boolean isReply = (words <= TextRouter.FEWEST_WORDS_OF_A_SENTENCE
                        || FINE.matcher(Fold.fold(first)).find())
                && flowRun.isReply(first);
        boolean isYes = SaysYes.only(first) || SaysYes.first(first);
        boolean isPlace = takingFlows.asksPlace(question)
                && words < TextRouter.FEWEST_WORDS_OF_A_SENTENCE
                && !isYes
                && flowRun.mention(question.expect().kind(), first) != null;
        boolean isAgreed = isYes && question.yes(true) != null && !isTakenBack(text);
        if (reportsNothing(question, Courtesies.without(first)) && isOnlyAsked(rest)) {
            // Where it leads may take whatever is typed: "can I say I'm a pastor?" is no part of the letter.
            answers(rest);
            return answerMatcher.answered(question, first) ? "" : null;
        }
        if (Fold.words(rest) < TextRouter.FEWEST_WORDS_OF_MORE
                || (!isYes && !isSentence && JOINED.matcher(rest).find())
                || flowRun.isReply(rest)
                || !(isReply || isPlace || isAgreed)
                || !(isMore(rest) || isLabel(question, rest) || (isAgreed && SaysYes.only(first)))) {
            return null;
        }
        boolean isAnswered = isAgreed && answers(rest);
        if (!answerMatcher.answered(question, first) && !answerMatcher.agreed(question, first)) {
            if (!isReply && !isPlace) {
                return null;
            }
            takingFlows.notePlace(question);
            answerMatcher.takeWords(question, first);
        }
        return isAnswered ? "" : rest;
    }

    /** Answers what's asked behind an answer, before that leads anywhere; false if it's nothing that words alone answer. */
    private boolean answers(String rest) {
        return flowRun.meaning(rest) instanceof Understanding.Clear asked && flowRun.speakAnswer(asked.to());
    }

    /** Takes the number or label of an answer with more behind it, and returns what of that still has to be read; null if it isn't taken. */
    private @Nullable String takeChoice(Question question, String choice, String rest) {
        if (TAKEN_BACK.matcher(Fold.fold(rest)).find()) {
            return null;
        }
        boolean isMore = isMore(rest);
        boolean isAnswered = isMore && question.shape().labeled(choice) != null && answers(rest);
        if (!isAnswered && !(isMore && Question.number(choice) > 0) && (isMore || !isTalk(rest))) {
            return null;
        }
        answerMatcher.answered(question, choice);
        return isMore && !isAnswered ? rest : "";
    }

    /**
     * Takes the sentence that replies, however long it is, where another asks: "oh wait, make it 7 before I clock in. is voicemail as good as
     * talking". Returns the others; null if there's no such sentence.
     */
    private @Nullable String takeReply(Question question, String text) {
        List<String> sentences = TypedSentences.in(text);
        if (sentences.size() < 2
                || question.ask().expect() == null
                || flowRun.isOwnText(question.expect().kind())
                || (flowRun.isReply(text) && sentences.stream().noneMatch(this::asksMore))) {
            return null;
        }
        String reply = sentences.stream()
                .filter(sentence -> !sentence.endsWith("?")
                        && flowRun.isReply(sentence)
                        && flowRun.mention(question.expect().kind(), sentence) != null)
                .findFirst()
                .orElse(null);
        String rest = sentences.stream().filter(each -> !each.equals(reply)).collect(Collectors.joining(" "));
        if (reply == null || !(isMore(rest) || OtherQuestions.asks(rest))) {
            return null;
        }
        boolean isAnswered = answers(rest);
        takingFlows.notePlace(question);
        answerMatcher.takeWords(question, reply);
        return isAnswered ? "" : rest;
    }

    /** Whether a sentence asks something that has its own answer, rather than a page of the campaign. */
    private boolean asksMore(String sentence) {
        return !flowRun.isReply(sentence)
                && OtherQuestions.asks(sentence)
                && flowRun.meaning(sentence) instanceof Understanding.Clear clear
                && !clear.isTalk()
                && clear.to().step() != null;
    }

    /** Whether words are the number of an option or the label of an answer, and nothing else is expected. */
    private static boolean isChoice(Question question, String words) {
        return question.ask().expect() == null && (isNumber(question, words) || isLabel(question, words));
    }

    private static boolean isNumber(Question question, String words) {
        int number = Question.number(words);
        return number >= 1 && number <= question.shape().options();
    }

    /** Whether words behind a choice ask for nothing: "sent! gtg nap time thx". */
    private boolean isTalk(String words) {
        Understanding.Meaning meaning = flowRun.meaning(words);
        boolean isNothing = meaning instanceof Understanding.Nothing
                && Fold.words(words) <= MOST_WORDS_BY_THE_WAY
                && !POINTS.matcher(Fold.fold(words)).find();
        return isNothing || (meaning instanceof Understanding.Clear clear && clear.isTalk());
    }

    /** Whether words are an answer of three words or more that reports nothing: it leads to another flow, or only sets something. */
    private static boolean reportsNothing(Question question, String text) {
        String name = Fold.words(text) < TextRouter.FEWEST_WORDS_OF_MORE ? null : question.answerTo(text);
        return question.ask().answers().stream()
                .anyMatch(answer -> answer.name().equals(name)
                        && (answer.operations().isEmpty()
                                ? answer.then() instanceof Target.ToFlow
                                : answer.operations().stream()
                                        .allMatch(operation -> operation.verb().equals(Operation.SET))));
    }

    /** Whether words after an answer only ask something that's answered in words, or that has no answer, or are said by the way. */
    private boolean isOnlyAsked(String rest) {
        Understanding.Meaning meaning = flowRun.meaning(rest);
        boolean isAnswered =
                meaning instanceof Understanding.Clear clear && !clear.isTalk() && flowRun.isAnswer(clear.to());
        boolean isByTheWay = meaning instanceof Understanding.Nothing && Fold.words(rest) <= MOST_WORDS_BY_THE_WAY;
        return !TAKEN_BACK.matcher(Fold.fold(rest)).find()
                && (isAnswered || isByTheWay || (isWholeFlow(meaning) && rest.indexOf('?') >= 0));
    }

    /** Whether words mean nothing, or a flow as a whole: "may I see the whole letter?" behind an answer opens no other page. */
    private static boolean isWholeFlow(Understanding.Meaning meaning) {
        return meaning instanceof Understanding.Nothing
                || (meaning instanceof Understanding.Clear clear
                        && clear.to().step() == null
                        && !Repair.COMMANDS.contains(clear.to().flow()));
    }

    /** Whether words are a button's label of their own: "Tasha R. just show me the letter". */
    static boolean isLabel(Question question, String text) {
        return question.answerTo(Courtesies.without(text)) != null;
    }

    /** Whether words after an answer ask or tell something of their own; what isn't understood there is let be. */
    private boolean isMore(String rest) {
        Understanding.Meaning meaning = flowRun.meaning(rest);
        return rest.indexOf('?') >= 0
                || meaning instanceof Understanding.Reported
                || (meaning instanceof Understanding.Clear clear && !clear.isTalk());
    }

    /**
     * Takes a button's label of three words or more at the beginning of words that mean nothing: "help me write it but not about my
     * wife". False if they don't begin with one.
     */
    boolean takeLabel(Question question, String text) {
        for (int end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
            String first = text.substring(0, end);
            if (Fold.words(first) >= TextRouter.FEWEST_WORDS_OF_MORE
                    && !TAKEN_BACK.matcher(Fold.fold(text.substring(end))).find()
                    && answerMatcher.answered(question, first)) {
                return true;
            }
        }
        return false;
    }
}
