package org.campaignbot.conversation;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.conversation.Turn.Note;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.SaysYes;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Reads words that aren't a cry for help, in the order that {@link InputRouter} sets out. */
final class TextRouter {

    /** The fewest words that say more than a place or a time. */
    private static final int FEWEST_WORDS_OF_A_SENTENCE = 4;

    /** So many words say more than a time, whatever is in them. */
    private static final int LONG_SENTENCE = 9;

    /** Longer talk may well be a part of somebody's letter. */
    private static final int SHORT_TALK = 6;

    /** Small talk with this many digits gives the ZIP code we asked for, right or wrong. */
    private static final int DIGITS_OF_A_CODE = 4;

    /** A longer reply that ends like one: "Friday at four is fine." */
    private static final Pattern FINE =
            Pattern.compile("^(?:\\S+ ){1,7}(?:bien|perfecto|fine|good|great|works|ok|okay|perfect)$");

    /** A short first sentence, and what comes after it: "yes. …", "yes 👍 …", "yes, and …". */
    private static final Pattern FIRST_SENTENCE = Pattern.compile(
            "^(.{1,40}?)(?:[.!;\u2026]+\\s+|\\s*\\p{So}[\\p{Sk}\\p{M}]*\\s+|,?\\s+(?=(?:oh |ah )?(?:and|also|y)\\s)|\\s*\\n+)(\\S.*)$",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Continues the sentence, unless only a yes came before: "Ponce y vivo en Orlando" is one sentence. */
    private static final Pattern JOINED = Pattern.compile("^(?:oh |ah )?(?:and|also|y)\\s", Pattern.CASE_INSENSITIVE);

    /** Fewer words after a yes add nothing to it, and with a place in them they're often somebody's name. */
    private static final int FEWEST_WORDS_OF_MORE = 3;

    /** Words after a button's label that change nothing: "letter please", "ayúdeme a escribirla usted". */
    private static final Pattern BY_THE_WAY = Pattern.compile(
            "(?:[,.!\\s]+(?:please|pls|plz|thanks|thank you|then|por favor|porfa\\w*|gracias|usted|mij[oa]|pues))+[.!]*\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** A yes that is taken back in the same breath: "yes. actually no, keep it all". Nothing is deleted on such a word. */
    private static final Pattern YES_TAKEN_BACK = Pattern.compile(
            "^(?:yes|yeah|yea|yep|yup|ok|okay|sure|si|sii|claro|dale|bueno)(?: (?:please|por favor|oh|ay|um|but|pero|o sea))* "
                    + "(?:no|nope|wait|hold on|hang on|actually|never ?mind|nvm|on second thought|not|dont|espera|espere|esperate|mejor|nel|digo)\\b");

    /** How words go on that take back those before them: "yes delete it all actually no wait". */
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "^(?:(?:oh|but|um|pero|ay) )*(?:actually|wait|hold on|no|nope|jk|just kidding|kidding|never ?mind|nvm|espera|espere|mejor no|es broma|mentira)\\b");

    /** Words before a button's label that change nothing: "ok carta". */
    private static final Pattern FIRST_OF_ALL = Pattern.compile(
            "^(?:(?:ok|okay|pues|bueno|well|alright|dale|va|ugh|um|uh|oh|ay|omg|hey)[,.!]*\\s+)+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    /** The words that are left of "I'm in Georgia" and "yo vivo en Ohio" without the place. */
    private static final Pattern OF_A_PLACE = Pattern.compile(
            "(?:(?:i|im|we|were|am|are|live|living|in|from|here|now|its|my|state|is|yo|vivo|vivimos|estoy|estamos|en|soy|somos|de|mi|estado|es)(?: |$))*");

    private final FlowRun flowRun;
    private final EntryPoints entryPoints;
    private final AnswerMatcher answerMatcher;
    private final HeardWords heardWords;

    TextRouter(FlowRun flowRun, EntryPoints entryPoints, AnswerMatcher answerMatcher, HeardWords heardWords) {
        this.flowRun = flowRun;
        this.entryPoints = entryPoints;
        this.answerMatcher = answerMatcher;
        this.heardWords = heardWords;
    }

    void read(String text, boolean readable, Understanding.Meaning meaning) {
        if (!readable) {
            answerMatcher.waiting(text.isEmpty() ? Repair.EMPTY : Repair.TOO_LONG);
            return;
        }
        String folded = Fold.fold(text);
        String bare =
                FIRST_OF_ALL.matcher(BY_THE_WAY.matcher(text).replaceFirst("")).replaceFirst("");
        String flow = greeted(heardWords.flow(folded, flowRun.language()));
        if (flow == null && !bare.equals(text)) {
            flow = greeted(heardWords.flow(Fold.fold(bare), flowRun.language()));
        }
        Question question = answerMatcher.question();
        if (question == null && flowRun.asked() != null) {
            return;
        }
        if (question != null
                && (answerMatcher.answered(question, text, folded)
                        || (!bare.equals(text) && answerMatcher.answered(question, bare, Fold.fold(bare))))) {
            return;
        }
        if (flow == null && question != null && agreedFirst(question, text)) {
            return;
        }
        if (flow != null && (isCommand(text, folded) || !(question != null && isAnswer(question, flow)))) {
            entryPoints.introduce(flow);
            flowRun.enter(flow);
        } else if ((question != null && takenBoth(question, text)) || taken(text)) {
            return;
        } else if (question != null
                && meaning instanceof Understanding.ToTheBot said
                && toldWhileWriting(question, text, said)) {
            return;
        } else if (question != null && wantedElsewhere(question, text, meaning)) {
            return;
        } else if (question != null
                && expected(question, text)
                && !saysMore(question, text, meaning)
                && !(flowRun.isAfterHelp() && words(text) >= FEWEST_WORDS_OF_A_SENTENCE)) {
            notePlace(question);
            flowRun.keepOwn(question.expect().keep(), text);
            if (flowRun.tellsPlace(question.expect().kind())) {
                keepBeside(text);
                answerBeside(text, meaning);
            }
            flowRun.go(question.flow(), question.expect().then(), question.place());
        } else if (flowRun.isAfterHelp() && (asksForNothing(meaning) || isOfTheCampaign(meaning))) {
            flowRun.goOnAfterHelp(
                    meaning instanceof Understanding.Clear talk ? talk.to().step() : null);
        } else if (putOff(text, meaning)) {
            return;
        } else if (meaning instanceof Understanding.Reported both) {
            Understanding.Clear beside =
                    both.rest() instanceof Understanding.Clear clear && !clear.isTalk() ? clear : null;
            // What's answered in words comes first, so that the card stands last, and only once.
            boolean isAnswered = beside != null && flowRun.speakAnswer(beside.to());
            flowRun.enter(both.report());
            if (beside != null
                    && !isAnswered
                    && !(Repair.COMMANDS.contains(beside.to().flow())
                            && !beside.to().flow().equals(Repair.STOP))
                    && !isOnTheScreen(beside.to())) {
                enter(beside.to(), text, beside);
            }
        } else if (reported(question, text, meaning)
                || (!flowRun.isAfterHelp()
                        && !takesMore(meaning)
                        && (mentioned(text, meaning)
                                || (isAtTheMenu(question)
                                        && !(meaning instanceof Understanding.Nothing)
                                        && guessed(text, meaning))))) {
            return;
        } else if (question != null
                && asksForNothing(meaning)
                && !YES_TAKEN_BACK.matcher(folded).find()
                && answerMatcher.agreed(question, text)) {
            return;
        } else if (question != null
                && asksPlace(question)
                && words(text) < FEWEST_WORDS_OF_A_SENTENCE
                && flowRun.isLikely(question.expect().kind(), text)
                && guessed(text, new Understanding.Nothing())) {
            // A town in two misspelled words resembles anything.
            return;
        } else if (question != null && asksForNothing(meaning) && beganWithAnswer(question, text)) {
            return;
        } else if (meaning instanceof Understanding.Clear clear) {
            enter(greeted(clear.to()), text, meaning);
        } else if (meaning instanceof Understanding.Unsure unsure) {
            flowRun.note(Note.UNSURE);
            entryPoints.introduce(Repair.DID_YOU_MEAN);
            entryPoints.ask(unsure.likely());
        } else if (!asksPlace(question) && guessed(text, meaning)) {
            return;
        } else if (question == null) {
            entryPoints.open("");
        } else if (question.ask().expect() != null
                && question.expect().otherwise() != null
                && !likelyMeansMore(question, text, meaning)) {
            notePlace(question);
            flowRun.keepOwn(question.expect().keep(), text);
            flowRun.go(question.flow(), Objects.requireNonNull(question.expect().otherwise()), question.place());
        } else if (answerMatcher.listIsGone(question)) {
            answerMatcher.changed(question);
        } else {
            if (question.ask().expect() != null) {
                notePlace(question);
            }
            flowRun.note(Note.NOT_UNDERSTOOD);
            if (meaning instanceof Understanding.Nothing nothing
                    && !nothing.nearest().isEmpty()) {
                flowRun.countUnanswered(nothing.nearest());
            }
            boolean again = flowRun.missesAgain();
            if (meaning instanceof Understanding.Nothing missed
                    && (again || missed.isFair())
                    && !missed.likely().isEmpty()) {
                entryPoints.ask(missed.likely());
            } else {
                flowRun.enter(Repair.NOT_UNDERSTOOD);
            }
        }
    }

    /**
     * Takes a first sentence that answers the waiting question and then reads what comes after it: "yes ohio. talked to Moreno's
     * staffer", "yes, that suits me. Will you telephone me?", "Arizona. Kelly was busy".
     */
    private boolean agreedFirst(Question question, String text) {
        Matcher parts = FIRST_SENTENCE.matcher(text);
        if (!parts.matches() || flowRun.isAfterHelp()) {
            return false;
        }
        String first = parts.group(1);
        String rest = parts.group(2);
        boolean isReply = question.ask().expect() != null
                && (words(first) <= FEWEST_WORDS_OF_A_SENTENCE
                        || FINE.matcher(Fold.fold(first)).find())
                && isReply(question, first);
        boolean isYes = SaysYes.only(first) || SaysYes.first(first);
        boolean isPlace = asksPlace(question)
                && words(first) < FEWEST_WORDS_OF_A_SENTENCE
                && !isYes
                && flowRun.mention(question.expect().kind(), first) != null;
        boolean isAgreed = isYes
                && question.yes(true) != null
                && !YES_TAKEN_BACK.matcher(Fold.fold(text)).find();
        if (words(rest) < FEWEST_WORDS_OF_MORE
                || (!isYes && JOINED.matcher(rest).find())
                || (question.ask().expect() != null && isReply(question, rest))
                || !(isReply || isPlace || isAgreed)
                || !(isMore(rest) || (isAgreed && SaysYes.only(first)))) {
            return false;
        }
        if (!answerMatcher.answered(question, first, Fold.fold(first)) && !answerMatcher.agreed(question, first)) {
            if (!isReply && !isPlace) {
                return false;
            }
            notePlace(question);
            flowRun.keepOwn(question.expect().keep(), first);
            flowRun.go(question.flow(), question.expect().then(), question.place());
        }
        read(rest, true, flowRun.meaning(rest));
        return true;
    }

    /** Whether words are what a question expects that reads sentences, such as what's said of a reminder. */
    private boolean isReply(Question question, String text) {
        String kind = question.expect().kind();
        return flowRun.readsSentences(kind) && !flowRun.takesAll(kind) && flowRun.recognizes(kind, text);
    }

    /** Whether words after an answer ask or tell something of their own; what isn't understood there is let be. */
    private boolean isMore(String rest) {
        Understanding.Meaning meaning = flowRun.meaning(rest);
        return rest.indexOf('?') >= 0
                || meaning instanceof Understanding.Reported
                || (meaning instanceof Understanding.Clear clear && !clear.isTalk());
    }

    /**
     * Answers what was said to the bot where a part of a letter or the like was asked for. What has no answer is left out of the letter,
     * and goes in if it's sent again. False if it was, or if the pack has no words for it.
     */
    private boolean toldWhileWriting(Question question, String text, Understanding.ToTheBot said) {
        Understanding.Meaning meaning = said.meaning();
        if (!said.rest().isEmpty()) {
            if (meaning instanceof Understanding.Clear asked) {
                flowRun.speakAnswer(asked.to());
            } else if (flowRun.pack().flow(Repair.END_LEFT_OUT) == null) {
                return false;
            } else {
                flowRun.speak(Repair.END_LEFT_OUT);
            }
            flowRun.keepOwn(question.expect().keep(), said.rest());
            flowRun.go(question.flow(), question.expect().then(), question.place());
            return true;
        }
        if (flowRun.isSetAside(text) || flowRun.pack().flow(Repair.LEFT_OUT) == null) {
            return false;
        }
        flowRun.keepOwn(Repair.ASIDE, text);
        if (meaning instanceof Understanding.Clear clear
                && (clear.isTalk() ? words(text) <= SHORT_TALK : reportsNothing(clear.to()))) {
            enter(greeted(clear.to()), text, meaning);
            return true;
        }
        flowRun.enter(Repair.LEFT_OUT);
        return true;
    }

    /** Takes a button's label of three words or more at the beginning of words that mean nothing: "help me write it but not about my wife". */
    private boolean beganWithAnswer(Question question, String text) {
        for (int end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
            String first = text.substring(0, end);
            if (words(first) >= FEWEST_WORDS_OF_MORE
                    && !TAKEN_BACK.matcher(Fold.fold(text.substring(end))).find()
                    && answerMatcher.answered(question, first, Fold.fold(first))) {
                return true;
            }
        }
        return false;
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

    private void enter(Destination to, String text, Understanding.Meaning meaning) {
        if (!takenAtOnce(to, text)) {
            if (takesMore(meaning)) {
                notePlaceIn(text);
            }
            entryPoints.introduce(to.flow());
            if (meaning instanceof Understanding.Clear clear && clear.beside() != null) {
                flowRun.speakAnswer(clear.beside());
            }
            flowRun.enter(to);
        }
    }

    /**
     * Takes an answer to the waiting question together with a part that starts another flow: "left a voicemail, remind me of the other
     * one at six". The time may be in a part between: "talked to his guy. should I call again next week? can you remind me".
     */
    private boolean takenBoth(Question question, String text) {
        List<String> clauses = Clauses.all(text).toList();
        for (int i = 1; i < clauses.size() && question.ask().expect() == null; i++) {
            String clause = clauses.get(i);
            Flow taker = taker(clause, question.flow());
            String kind =
                    taker == null ? "" : Objects.requireNonNull(taker.takes()).kind();
            String more = String.join(", ", clauses.subList(1, clauses.size()));
            if (taker == null || !flowRun.recognizes(kind, more)) {
                continue;
            }
            boolean isWhole = flowRun.recognizes(kind, clause);
            String rest = clauses.stream().filter(each -> !each.equals(clause)).collect(Collectors.joining(", "));
            String told = isWhole ? rest : clauses.get(0);
            String step = told.isEmpty() ? null : flowRun.meaning(told, question.flow());
            if (step != null) {
                String taken = isWhole ? clause : more;
                flowRun.enter(new Destination(question.flow().name(), step));
                start(taker, taken, taken, new Understanding.Nothing());
                return true;
            }
        }
        return false;
    }

    /** The flow that a part of a text starts and that takes a time, or the like; null if none. */
    private @Nullable Flow taker(String clause, Flow asking) {
        Flow heard = heardWords.taker(clause, flowRun);
        Destination to = heard == null ? flowRun.clear(clause, asking) : null;
        Flow meant = to == null || to.step() != null ? null : flowRun.pack().flow(to.flow());
        Flow flow = heard == null ? meant : heard;
        return flow != null
                        && flow.takes() != null
                        && !flowRun.tellsPlace(flow.takes().kind())
                ? flow
                : null;
    }

    /**
     * The flow that words start. A greeting opens the conversation unless one is going on, and "never mind" goes back to the question
     * before unless it's about what was just asked beside the waiting one, or offered as a meaning.
     */
    private @Nullable String greeted(@Nullable String flow) {
        boolean isBack = Repair.BACK.equals(flow) && flowRun.isOfferLeft();
        if (Repair.NEVER_MIND.equals(flow) || (isBack && flowRun.pack().flow(Repair.NEVER_MIND) != null)) {
            return flowRun.answeredBeside() || flowRun.isOfferLeft() ? Repair.NEVER_MIND : Repair.BACK;
        }
        return Repair.HELLO.equals(flow) ? hello() : flow;
    }

    /** How to greet: at the start's own question there's nothing yet to come back to. */
    private String hello() {
        String start = flowRun.pack().start();
        if (flowRun.asked() == null) {
            return start;
        }
        return flowRun.isAsking(start) && flowRun.pack().flow(Repair.FIRST_HELLO) != null
                ? Repair.FIRST_HELLO
                : Repair.HELLO;
    }

    /** The same for words that are taken for a greeting: they never lose the waiting question. */
    private Destination greeted(Destination to) {
        String start = flowRun.pack().start();
        boolean isGreeting = to.flow().equals(start) || to.flow().equals(Repair.HELLO);
        return isGreeting || to.flow().equals(Repair.NEVER_MIND)
                ? new Destination(Objects.requireNonNull(greeted(isGreeting ? Repair.HELLO : to.flow())), null)
                : to;
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

    /** Starts a flow whose words are followed by more that it takes, such as "remind me tomorrow at nine". */
    private boolean taken(String text) {
        Flow flow = heardWords.taker(text, flowRun);
        if (flow == null) {
            return false;
        }
        start(flow, text, text, new Understanding.Nothing());
        return true;
    }

    /**
     * Whether words clearly mean a flow that takes something other than a place, such as a reminder with its time. A place in them
     * is beside the point: "remind me tomorrow at three, I'm in El Paso".
     */
    private boolean takesMore(Understanding.Meaning meaning) {
        Flow flow = meaning instanceof Understanding.Clear clear && clear.to().step() == null
                ? flowRun.pack().flow(clear.to().flow())
                : null;
        return flow != null
                && flow.takes() != null
                && !flowRun.tellsPlace(flow.takes().kind());
    }

    /** Starts the flow that words mean and gives it the time they already name, as in "can you bug me around 4 pm". */
    private boolean takenAtOnce(Destination to, String text) {
        Flow flow = flowRun.pack().flow(to.flow());
        Flow.Takes takes = flow == null || to.step() != null ? null : flow.takes();
        // Where somebody lives is only taken from words that surely say it.
        if (flow == null
                || takes == null
                || flowRun.tellsPlace(takes.kind())
                || !flowRun.recognizes(takes.kind(), text)) {
            return false;
        }
        start(flow, text, text, new Understanding.Nothing());
        return true;
    }

    /** Starts the reminder for what is put off to a time that was named: "forget it, I'll do it Monday morning". */
    private boolean putOff(String text, Understanding.Meaning meaning) {
        if (!(meaning instanceof Understanding.Clear clear) || !clear.isPutOff()) {
            return false;
        }
        Flow flow = heardWords.takers().stream()
                .filter(each -> {
                    String kind = Objects.requireNonNull(each.takes()).kind();
                    return !flowRun.tellsPlace(kind) && flowRun.isLikely(kind, text);
                })
                .findFirst()
                .orElse(null);
        if (flow == null) {
            return false;
        }
        start(flow, text, text, new Understanding.Nothing());
        return true;
    }

    /** Whether the waiting question asks for a place itself, and so knows best what it could not read. */
    private boolean asksPlace(@Nullable Question question) {
        return question != null
                && question.ask().expect() != null
                && flowRun.tellsPlace(question.expect().kind());
    }

    private boolean isAtTheMenu(@Nullable Question question) {
        return question == null || question.flow().name().equals(flowRun.pack().menu());
    }

    /**
     * Starts such a flow for words that are probably what it takes, such as a misspelled town.
     *
     * @param meaning what else they mean. A clear question comes first, but not a greeting, small talk, or a wish that needs such
     *     words, as in "moultrie ga, quiero llamar"
     */
    private boolean guessed(String text, Understanding.Meaning meaning) {
        Understanding.Clear clear = meaning instanceof Understanding.Clear one ? one : null;
        String about = clear == null ? "" : clear.to().flow();
        for (Flow flow : heardWords.anywhere()) {
            String kind = Objects.requireNonNull(flow.takes()).kind();
            boolean isFree = clear == null
                    || clear.isTalk()
                    || about.equals(flowRun.pack().start())
                    || new Headings(flowRun).needs(about, kind);
            boolean isMeant = meaning instanceof Understanding.Nothing
                    ? flowRun.isPossible(kind, text)
                    : !text.contains("?") && flowRun.isLikely(kind, text);
            if (isFree && isMeant) {
                start(flow, text, text, meaning);
                return true;
            }
        }
        return false;
    }

    /** Starts a flow with what a text mentions; the text may mean something else, too. */
    private void start(Flow flow, String mention, String text, Understanding.Meaning meaning) {
        String about = meaning instanceof Understanding.Clear clear ? clear.to().flow() : "";
        Flow.Takes takes = Objects.requireNonNull(flow.takes());
        if (flowRun.tellsPlace(takes.kind())) {
            flowRun.notePlace();
            keepBeside(text);
        } else {
            notePlaceIn(mention);
        }
        flowRun.keepOwn(takes.keep(), mention);
        if (takes.anywhere() != null) {
            flowRun.keep(takes.anywhere(), new Value.Text(new Headings(flowRun).of(about, takes.kind())));
        }
        entryPoints.introduce(flow.name());
        if (flowRun.tellsPlace(takes.kind())) {
            answerBeside(text, meaning);
        }
        flowRun.enter(flow.name());
    }

    /** Keeps a sentence with a place in it, which may tell of calls, too, until it's known whose they were. */
    private void keepBeside(String text) {
        if (words(text) >= FEWEST_WORDS_OF_A_SENTENCE && flowRun.pack().facts().containsKey(Repair.BESIDE)) {
            flowRun.keepOwn(Repair.BESIDE, text);
        }
    }

    /** Answers what a sentence asks beside the place in it: "we're in Yuma, is it safe to call with a work permit". */
    private void answerBeside(String text, Understanding.Meaning meaning) {
        if (meaning instanceof Understanding.Clear clear
                && !clear.isTalk()
                && words(text) >= FEWEST_WORDS_OF_A_SENTENCE) {
            if (clear.beside() != null) {
                flowRun.speakAnswer(clear.beside());
            }
            flowRun.speakAnswer(clear.to());
        }
    }

    /** Whether a step only leads to what is asked now, as "who's next" does once a report has brought the next card. */
    private boolean isOnTheScreen(Destination to) {
        Flow flow = flowRun.pack().flow(to.flow());
        Step step = flow == null || to.step() == null ? null : flow.step(to.step());
        return step != null && step.then() instanceof Target.ToFlow next && flowRun.isAsking(next.flow());
    }

    /** Takes a sentence that answers the waiting question, even with a place in it: "she wrote down my ZIP, 45601" reports a call. */
    private boolean reported(@Nullable Question question, String text, Understanding.Meaning meaning) {
        if (question == null
                || question.ask().expect() != null
                || !(meaning instanceof Understanding.Clear clear)
                || clear.to().step() == null
                || !clear.to().flow().equals(question.flow().name())
                || words(text) < FEWEST_WORDS_OF_A_SENTENCE) {
            return false;
        }
        notePlaceIn(text);
        flowRun.enter(clear.to());
        return true;
    }

    /** Notes that words about something else also say where the person lives, if they surely do. */
    private void notePlaceIn(String text) {
        boolean isPlaceGiven = heardWords.anywhere().stream()
                .map(flow -> Objects.requireNonNull(flow.takes()).kind())
                .anyMatch(kind -> flowRun.tellsPlace(kind) && flowRun.mention(kind, text) != null);
        if (isPlaceGiven) {
            flowRun.notePlace();
        }
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private static int words(String text) {
        return Fold.fold(text).split(" ", -1).length;
    }

    /** Starts a flow for something that nobody asked for and that the words surely mention, such as a ZIP code at the menu. */
    private boolean mentioned(String text, Understanding.Meaning meaning) {
        for (Flow flow : heardWords.anywhere()) {
            Flow.Takes takes = Objects.requireNonNull(flow.takes());
            String mention = flowRun.mention(takes.kind(), text);
            if (mention != null) {
                start(flow, mention, text, meaning);
                return true;
            }
        }
        return false;
    }

    /**
     * Starts a flow that words clearly ask for and that needs the place in them, though another one asks for it: "show me my
     * lawmakers, Denver Colorado" while a call's card waits for a ZIP code.
     */
    private boolean wantedElsewhere(Question question, String text, Understanding.Meaning meaning) {
        return asksPlace(question)
                && meaning instanceof Understanding.Clear clear
                && !clear.isTalk()
                && clear.to().step() == null
                && !clear.to().flow().equals(flowRun.pack().start())
                && !flowRun.belongsTo(clear.to().flow())
                && new Headings(flowRun)
                        .needs(clear.to().flow(), question.expect().kind())
                && words(text) >= FEWEST_WORDS_OF_MORE
                && !isOnlyAPlace(question, text)
                && mentioned(text, meaning);
    }

    /** Whether words only say where somebody is, as "I'm in Georgia" does, whatever they resemble. */
    private boolean isOnlyAPlace(Question question, String text) {
        String mention = flowRun.mention(question.expect().kind(), text);
        String place = mention == null ? "" : " " + Fold.fold(mention) + " ";
        String rest = (" " + Fold.fold(text) + " ").replace(place, " ").strip();
        return mention != null && !rest.isEmpty() && OF_A_PLACE.matcher(rest).matches();
    }

    /** Whether words at the question for a place are more likely a question of their own than a place that nobody could find. */
    private boolean likelyMeansMore(Question question, String text, Understanding.Meaning meaning) {
        return asksPlace(question)
                && words(text) >= FEWEST_WORDS_OF_A_SENTENCE
                && meaning instanceof Understanding.Nothing missed
                && missed.isFair()
                && !missed.likely().isEmpty()
                && !flowRun.isPossible(question.expect().kind(), text);
    }

    /** Notes that the words were meant as a place, even if the bot doesn't know that place. */
    private void notePlace(Question question) {
        if (question.ask().location() || flowRun.tellsPlace(question.expect().kind())) {
            flowRun.notePlace();
        }
    }

    private boolean expected(Question question, String text) {
        return question.ask().expect() != null
                && flowRun.recognizes(question.expect().kind(), text);
    }

    /**
     * Whether a text with a place or a time in it clearly says something else: "how do I get it in Spanish" isn't Española, and "hey
     * it's Friday, same number as before?" doesn't set a reminder. Small talk is no such thing: "Willimantic, nobody spells it right".
     */
    private boolean saysMore(Question question, String text, Understanding.Meaning meaning) {
        String kind = question.expect().kind();
        if (!(meaning instanceof Understanding.Clear clear)
                || clear.to().step() == null
                || flowRun.takesAll(kind)
                || flowRun.readsSentences(kind)) {
            return false;
        }
        boolean isSentence = words(text) >= FEWEST_WORDS_OF_A_SENTENCE;
        return flowRun.tellsPlace(kind)
                ? isSentence
                        && flowRun.mention(kind, text) == null
                        && !(clear.isTalk() && (flowRun.isLikely(kind, text) || digits(text) >= DIGITS_OF_A_CODE))
                : (isSentence && text.contains("?")) || words(text) >= LONG_SENTENCE;
    }

    /** Whether a text is a platform command with a slash, which wouldn't occur in a letter. */
    private boolean isCommand(String text, String folded) {
        return text.startsWith("/") && flowRun.pack().profile().command(folded.replace(' ', '_')) != null;
    }

    /** Whether words that start a flow count as an answer here, since a letter may well say "schools". */
    private boolean isAnswer(Question question, String flow) {
        return question.ask().expect() != null
                && flowRun.takesAll(question.expect().kind())
                && !flow.equals(flowRun.pack().menu())
                && !flow.equals(Repair.NEVER_MIND)
                && !Repair.COMMANDS.contains(flow);
    }
}
