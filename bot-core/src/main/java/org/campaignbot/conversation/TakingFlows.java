package org.campaignbot.conversation;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Starts the flows that take something out of the words: a place mentioned in passing, or the time of a reminder. */
final class TakingFlows {

    /** The words that are left of "I'm in Georgia" and "yo vivo en Ohio" without the place. */
    private static final Pattern OF_A_PLACE = Pattern.compile(
            "(?:(?:i|im|we|were|am|are|live|living|in|from|here|now|its|my|state|is|yo|vivo|vivimos|estoy|estamos|en|soy|somos|de|mi|estado|es)(?: |$))*");

    /** The words in front of the place in "I live in Tucson". */
    private static final Pattern BEFORE_A_PLACE = Pattern.compile(
            "^(?:(?:i|im|we|were|am|are|live|living|yo|vivo|vivimos|estoy|estamos|soy|somos) ){0,2}(?:in|from|en|de) ");

    /** Small talk with this many digits gives the ZIP code we asked for, right or wrong. */
    private static final int DIGITS_OF_A_CODE = 4;

    /** So many words say more than a time, whatever is in them. */
    private static final int LONG_SENTENCE = 9;

    /** How a wish begins. Words that only tell something, such as "can't call", get no answer beside a reminder. */
    private static final Pattern WISHES = Pattern.compile(
            "^(?:(?:and|so|ok|okay|yeah|yes|also|pls|please|hey|y|oye|oiga|pero|si) )*(?:i want|i need|give me|gimme|quiero|dame|deme)\\b");

    private final FlowRun flowRun;
    private final EntryPoints entryPoints;
    private final HeardWords heardWords;
    private final Greetings greetings;
    private final Headings headings;

    TakingFlows(FlowRun flowRun, EntryPoints entryPoints, HeardWords heardWords, Greetings greetings) {
        this.flowRun = flowRun;
        this.entryPoints = entryPoints;
        this.heardWords = heardWords;
        this.greetings = greetings;
        this.headings = new Headings(flowRun);
    }

    /** Starts a flow whose words are followed by more that it takes, such as "remind me tomorrow at nine". */
    boolean taken(String text) {
        Flow flow = heardWords.taker(text, flowRun);
        if (flow == null) {
            return false;
        }
        start(flow, text, text, new Understanding.Nothing());
        return true;
    }

    /** Goes where words lead, and answers what they ask beside that. */
    void enter(Understanding.Clear clear, String text) {
        Destination to = greetings.destination(clear.to());
        if (!takenAtOnce(to, text)) {
            if (takesMore(clear)) {
                notePlaceIn(text);
            }
            entryPoints.introduce(to.flow());
            if (clear.beside() != null) {
                flowRun.speakAnswer(clear.beside());
            }
            flowRun.enter(to);
        }
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

    /**
     * Takes an answer to the waiting question together with a part that starts another flow: "left a voicemail, remind me of the other
     * one at six". The time may be in a part between: "talked to his guy. should I call again next week? can you remind me".
     */
    boolean takenBoth(Question question, String text) {
        List<String> clauses = Clauses.all(text).toList();
        for (int i = 1; i < clauses.size() && question.ask().expect() == null; i++) {
            String clause = clauses.get(i);
            Flow taker = taker(clause, question.flow());
            String kind =
                    taker == null ? "" : Objects.requireNonNull(taker.takes()).kind();
            String more = joined(clauses.subList(1, clauses.size()));
            boolean isWhole = taker != null && flowRun.recognizes(kind, clause);
            if (taker == null || !(isWhole || flowRun.recognizes(kind, more))) {
                continue;
            }
            String rest = clauses.stream().filter(each -> !each.equals(clause)).collect(Collectors.joining(", "));
            String told = isWhole ? rest : clauses.get(0);
            // "Tomorrow I want to call Kelly again, remind me around 3:30" says the day before it asks.
            boolean isBefore = isWhole && flowRun.recognizes(kind, rest);
            String taken = isBefore ? text : isWhole ? clause : more;
            Destination first = told.isEmpty() ? null : beside(told, question);
            if (first == null && isWhole) {
                // "Dont count that. remind me 9pm. whats counted"
                first = beside(joined(clauses.subList(0, i)), question);
            } else if (first == null && i > 1 && flowRun.recognizes(kind, joined(clauses.subList(i - 1, i + 1)))) {
                // "A Murray le marqué y nadie contesta. Mejor mañana en la mañana, ¿me acuerda?"
                first = beside(joined(clauses.subList(0, i - 1)), question);
                taken = joined(clauses.subList(i - 1, i + 1));
            }
            if (first != null) {
                if (!flowRun.speakAnswer(first)) {
                    flowRun.enter(first);
                }
                start(taker, taken, taken, new Understanding.Nothing());
                return true;
            }
        }
        return false;
    }

    /** What words beside such a part lead to: an answer to the waiting question, the card they ask for, or something said in words. */
    private @Nullable Destination beside(String words, Question question) {
        Destination to = flowRun.clear(words, question.flow());
        if (to == null || to.step() == null) {
            return null;
        }
        boolean isAsked =
                OtherQuestions.asks(words) || WISHES.matcher(Fold.fold(words)).find();
        boolean isSaid = isAsked && (question.flow().name().equals(flowRun.flowAfter(to)) || flowRun.isAnswer(to));
        return isSaid || to.flow().equals(question.flow().name()) ? to : null;
    }

    private static String joined(List<String> clauses) {
        return String.join(", ", clauses);
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

    /** Starts the reminder for what is put off to a time that was named: "forget it, I'll do it Monday morning". */
    boolean putOff(String text, Understanding.Meaning meaning) {
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
        if (clear.beside() != null) {
            flowRun.speakAnswer(clear.beside());
        }
        start(flow, text, text, new Understanding.Nothing());
        return true;
    }

    /** Starts a flow for something that nobody asked for and that the words surely mention, such as a ZIP code at the menu. */
    boolean mentioned(String text, Understanding.Meaning meaning) {
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
     * Starts such a flow for words that are probably what it takes, such as a misspelled town.
     *
     * @param meaning what else they mean. A clear question comes first, but not a greeting, small talk, or a wish that needs such
     *     words, as in "moultrie ga, quiero llamar"
     */
    boolean guessed(String text, Understanding.Meaning meaning) {
        Understanding.Clear clear = meaning instanceof Understanding.Clear one ? one : null;
        String about = clear == null ? "" : clear.to().flow();
        for (Flow flow : heardWords.anywhere()) {
            String kind = Objects.requireNonNull(flow.takes()).kind();
            boolean isFree = clear == null
                    || clear.isTalk()
                    || about.equals(flowRun.pack().start())
                    || headings.needs(about, kind);
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

    /**
     * Starts a flow that words clearly ask for and that needs the place in them, though another one asks for it: "show me my
     * lawmakers, Denver Colorado" while a call's card waits for a ZIP code.
     */
    boolean wantedElsewhere(Question question, String text, Understanding.Meaning meaning) {
        return asksPlace(question)
                && meaning instanceof Understanding.Clear clear
                && !clear.isTalk()
                && clear.to().step() == null
                && !clear.to().flow().equals(flowRun.pack().start())
                && !flowRun.belongsTo(clear.to().flow())
                && headings.needs(clear.to().flow(), question.expect().kind())
                && Fold.words(text) >= TextRouter.FEWEST_WORDS_OF_MORE
                && !saysPlaceOnly(question.expect().kind(), text)
                && (mentioned(text, meaning) || recognized(question, text, meaning));
    }

    /** Takes a place that the waiting question would have taken: "my lawmakers, california please". */
    private boolean recognized(Question question, String text, Understanding.Meaning meaning) {
        String kind = question.expect().kind();
        Flow taking = heardWords.anywhere().stream()
                .filter(flow -> Objects.requireNonNull(flow.takes()).kind().equals(kind))
                .findFirst()
                .orElse(null);
        if (taking == null || !flowRun.recognizes(kind, text)) {
            return false;
        }
        start(taking, text, text, meaning);
        return true;
    }

    /** Whether a flow asks for a place, itself or by way of another. */
    boolean needsPlace(String flow) {
        return heardWords.anywhere().stream()
                .map(each -> Objects.requireNonNull(each.takes()).kind())
                .anyMatch(kind -> flowRun.tellsPlace(kind) && headings.needs(flow, kind));
    }

    /** Whether words lead to another flow that needs the place just given, and the question for it is over. */
    boolean needsPlaceOf(Question question, Understanding.Meaning more) {
        State.Asked asked = flowRun.asked();
        return more instanceof Understanding.Clear clear
                && !clear.isTalk()
                && clear.to().step() == null
                && !flowRun.isNew()
                && asked != null
                && !asked.place().flow().equals(question.flow().name())
                && !flowRun.isAsking(clear.to().flow())
                && heardWords.anywhere().stream()
                        .map(flow -> Objects.requireNonNull(flow.takes()).kind())
                        .anyMatch(kind -> flowRun.tellsPlace(kind)
                                && headings.needs(question.flow().name(), kind)
                                && headings.needs(clear.to().flow(), kind));
    }

    /** Whether words say where somebody is and nothing else: "85705", "I'm in Tucson AZ". */
    boolean isOnlyAPlace(String text) {
        String place = BEFORE_A_PLACE.matcher(Fold.fold(text)).replaceFirst("");
        return heardWords.anywhere().stream()
                .map(flow -> Objects.requireNonNull(flow.takes()).kind())
                .filter(flowRun::tellsPlace)
                .anyMatch(kind -> saysPlaceOnly(kind, text)
                        || (Fold.words(place) < TextRouter.FEWEST_WORDS_OF_A_SENTENCE
                                && flowRun.recognizes(kind, place)));
    }

    /** Whether words only say where somebody is, as "I'm in Georgia" does, whatever they resemble. */
    private boolean saysPlaceOnly(String kind, String text) {
        String mention = flowRun.mention(kind, text);
        String place = mention == null ? "" : " " + Fold.fold(mention) + " ";
        String rest = (" " + Fold.fold(text) + " ").replace(place, " ").strip();
        return mention != null && !rest.isEmpty() && OF_A_PLACE.matcher(rest).matches();
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
            flowRun.keep(takes.anywhere(), new Value.Text(headings.of(about, takes.kind())));
        }
        entryPoints.introduce(flow.name());
        if (flowRun.tellsPlace(takes.kind())) {
            answerBeside(text, meaning);
        }
        flowRun.enter(flow.name());
    }

    /** Keeps a sentence with a place in it, which may tell of calls, too, until it's known whose they were; behind what was told before. */
    void keepBeside(String text) {
        if (Fold.words(text) >= TextRouter.FEWEST_WORDS_OF_A_SENTENCE
                && flowRun.pack().facts().containsKey(RepairFacts.BESIDE)) {
            String before = Objects.requireNonNullElse(flowRun.text(RepairFacts.BESIDE), "");
            flowRun.keepOwn(RepairFacts.BESIDE, before.isEmpty() ? text : before + ". " + text);
        }
    }

    /** Answers what a sentence asks beside the place in it: "we're in Yuma, is it safe to call with a work permit". */
    void answerBeside(String text, Understanding.Meaning meaning) {
        if (meaning instanceof Understanding.Clear clear
                && !clear.isTalk()
                && !clear.to().flow().equals(Repair.HELLO)
                && Fold.words(text) >= TextRouter.FEWEST_WORDS_OF_A_SENTENCE) {
            if (clear.beside() != null) {
                flowRun.speakAnswer(clear.beside());
            }
            flowRun.speakAnswer(clear.to());
        }
    }

    /**
     * Whether words clearly mean a flow that takes something other than a place, such as a reminder with its time. A place in them
     * is beside the point: "remind me tomorrow at three, I'm in El Paso".
     */
    boolean takesMore(Understanding.Meaning meaning) {
        Flow flow = meaning instanceof Understanding.Clear clear && clear.to().step() == null
                ? flowRun.pack().flow(clear.to().flow())
                : null;
        return flow != null
                && flow.takes() != null
                && !flowRun.tellsPlace(flow.takes().kind());
    }

    /** Whether the waiting question asks for a place itself, and so knows best what it could not read. */
    boolean asksPlace(@Nullable Question question) {
        return question != null
                && question.ask().expect() != null
                && flowRun.tellsPlace(question.expect().kind());
    }

    boolean expected(Question question, String text) {
        return question.ask().expect() != null
                && flowRun.recognizes(question.expect().kind(), text);
    }

    /**
     * Whether a text with a place or a time in it clearly says something else: "how do I get it in Spanish" isn't Española, and "hey
     * it's Friday, same number as before?" doesn't set a reminder. Small talk is no such thing: "Willimantic, nobody spells it right".
     */
    boolean saysMore(Question question, String text, Understanding.Meaning meaning) {
        String kind = question.expect().kind();
        if (!(meaning instanceof Understanding.Clear clear)
                || clear.to().step() == null
                || flowRun.takesAll(kind)
                || flowRun.readsSentences(kind)) {
            return false;
        }
        boolean isSentence = Fold.words(text) >= TextRouter.FEWEST_WORDS_OF_A_SENTENCE;
        return flowRun.tellsPlace(kind)
                ? isSentence
                        && flowRun.mention(kind, text) == null
                        && !(clear.isTalk() && (flowRun.isLikely(kind, text) || digits(text) >= DIGITS_OF_A_CODE))
                : (isSentence && text.contains("?")) || Fold.words(text) >= LONG_SENTENCE;
    }

    /** Whether words at the question for a place are more likely a question of their own than a place that nobody could find. */
    boolean likelyMeansMore(Question question, String text, Understanding.Meaning meaning) {
        return asksPlace(question)
                && Fold.words(text) >= TextRouter.FEWEST_WORDS_OF_A_SENTENCE
                && meaning instanceof Understanding.Nothing missed
                && missed.isFair()
                && !missed.likely().isEmpty()
                && !flowRun.isPossible(question.expect().kind(), text);
    }

    /** Notes that the words were meant as a place, even if the bot doesn't know that place. */
    void notePlace(Question question) {
        if (question.ask().location() || flowRun.tellsPlace(question.expect().kind())) {
            flowRun.notePlace();
        }
    }

    /** Notes that words about something else also say where the person lives, if they surely do. */
    void notePlaceIn(String text) {
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
}
