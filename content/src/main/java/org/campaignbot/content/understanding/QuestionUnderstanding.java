package org.campaignbot.content.understanding;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Understands a text by the authors' example questions, and if they don't match by the phrases of the pack.
 *
 * <p>The phrases lead to places that no question file names, such as the settings.
 */
public final class QuestionUnderstanding implements Understanding {

    /** At this probability a clause is a report, whatever the rest of the text means. */
    private static final double SURE_REPORT = 0.8;

    /** At this probability another danger comes before what goes on with the help that was given: "I want to die" after "they took him". */
    private static final double ANOTHER_DANGER = 0.9;

    /** At this probability a sentence says what a text means that is nothing clear as a whole. */
    private static final double SURE_SENTENCE = 0.5;

    /** At this probability a meaning is offered to somebody who wasn't understood: three of four such offers have what they meant. */
    private static final double FAIR = 0.1;

    /** The flows that change the language of the chat. */
    private static final Set<String> LANGUAGES = Set.of("english", "spanish");

    /** More words that mention a language only tell of it, such as whether a friend speaks English. */
    private static final int MOST_WORDS_OF_A_LANGUAGE = 8;

    /** Fewer words beside a report, such as "other one?", only go on with the calls. */
    private static final int FEWEST_WORDS_OF_MORE = 3;

    /** Fewer words ask for no part of the help beside another. */
    private static final int FEWEST_WORDS_OF_A_PART = 5;

    private static final Pattern NEGATED = Pattern.compile(
            "\\b(?:not|no|never|didnt|dont|cant|couldnt|havent|hasnt|nothing|nada|nunca|todavia|aun|sin)\\b");

    private static final Pattern WANTS_TO_CALL = Pattern.compile(
            "\\b(?:gonna|going to|wanna|want to|ready to|lemme|let me|can i) (?:go )?call\\b|\\bi(?:ll| will) call\\b|\\b(?:numero|number|card)\\b"
                    + "|\\b(?:voy|quiero|vamos) a? ?(?:llamar\\w*|marcar\\w*|hablar\\w*)\\b");

    /** What an indirect question follows: "he didn't say where Gallego stands" asks nothing. */
    private static final Pattern INDIRECT = Pattern.compile(
            "\\b(?:say|said|says|tell|told me|know|knew|sure|dijo|dijeron|dice|sabe|sabia|saben|sabian|seguro|segura)$");

    private static final Pattern FAREWELL = Pattern.compile(
            "\\b(?:thanks|thank you|thx|ty|bye|good ?bye|good ?night|take care|gracias|adios|hasta (?:luego|manana|pronto)|buenas noches|nos vemos|cuidese|bendiciones)\\b");

    /** What tells of a call where no question about one waits. */
    private static final Pattern TELLS_OF_A_CALL = Pattern.compile(
            "\\b(?:call\\w*|phoned|rang|left|talked|spoke|tried|reached|got|voice ?mails?|vms?|mailbox|machine|busy|answered|picked up|hung up|on hold|number"
                    + "|llam\\w+|marque|marcamos|hable|hablamos|platique|deje|dejamos|contest\\w+|recado|mensaje|buzon|ocupado|colg\\w+|numero)\\b");

    /** Months or years since something happened: "hes been in dilley since july", "lo tienen desde hace 2 meses". */
    private static final Pattern LONG_AGO = Pattern.compile(
            "\\b(?:years?|months?|weeks) ago\\b|\\bfor (?:\\w+ )?(?:years?|months?|weeks)\\b|\\blast (?:year|month|spring|summer|fall|winter)\\b"
                    + "|\\b(?:since|in|back in|last) (?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\b(?:in|been) \\w+ since\\b"
                    + "|\\b(?:hace|lleva|llevan|llevaba) (?:ya |como |casi |mas de )?(?:\\w+ )?(?:anos?|mes|meses|semanas)\\b|\\b(?:ano|mes|verano|invierno) pasado\\b"
                    + "|\\b(?:desde|en) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\\b");

    /**
     * At this probability a cry without a sign of danger is sure where the question is where somebody lives. At the usual one a tenth of 680
     * answers to that got the card: people tell of their family, their door, the police station next to it.
     */
    private static final double SURE_OF_A_HOME = 0.75;

    private final QuestionMatcher matcher;
    private final Pack pack;
    private final Destinations destinations;
    private final PhraseUnderstanding phrases;
    private final TwoThings twoThings;
    private final WhileWriting whileWriting;

    /** The answers that lead into the help for a danger, such as how to find somebody. */
    private final Set<String> aboutHelp;

    /** Creates the understanding of a pack, with a matcher of the same campaign. */
    public QuestionUnderstanding(QuestionMatcher matcher, Pack pack) {
        this.matcher = matcher;
        this.pack = pack;
        this.destinations = new Destinations(matcher.questions().answers(), pack);
        this.phrases = new PhraseUnderstanding(pack);
        this.twoThings = new TwoThings(matcher, destinations);
        this.whileWriting = new WhileWriting(matcher, destinations, this::isAnswer);
        this.aboutHelp = pack.flows().values().stream()
                .filter(flow -> !flow.urgent().isEmpty())
                .flatMap(flow -> destinations.leadingInto(flow.name()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Meaning read(String text, Language language) {
        return read(text, language, new Context("", false));
    }

    @Override
    public Meaning read(String text, Language language, Context context) {
        return nearer(readAt(text, language, context), context.asking());
    }

    /** A meaning that leads to what the asking flow says in place of an answer, where it has a step for that; see {@link Repair#AT}. */
    private Meaning nearer(Meaning meaning, String asking) {
        if (meaning instanceof Clear clear) {
            return new Clear(
                    nearer(clear.to(), asking),
                    clear.isTalk(),
                    clear.isPutOff(),
                    clear.beside() == null ? null : nearer(clear.beside(), asking));
        } else if (meaning instanceof ToTheBot said) {
            return new ToTheBot(nearer(said.meaning(), asking), said.rest(), said.leftOut());
        } else if (meaning instanceof Urgent urgent && !urgent.sure()) {
            return new Urgent(urgent.to(), false, nearer(urgent.ordinary(), asking));
        }
        return meaning;
    }

    private Destination nearer(Destination to, String asking) {
        Destination near = new Destination(asking, Repair.AT + to.step());
        return to.step() != null && isAnswer(to) && isAnswer(near) ? near : to;
    }

    private Meaning readAt(String text, Language language, Context context) {
        QuestionMatcher.Around around = new QuestionMatcher.Around(
                destinations.leadingInto(context.asking()), context.isAfterHelp() ? aboutHelp : Set.of());
        Matched matched = matcher.match(text, around, context.isWriting());
        Destination to = destinations.of(matched.answer());
        Destination help =
                matched.urgent() && (to == null || to.step() == null) ? help(matched.answer(), to, text) : to;
        boolean isSure = matched.sure() && !isPerhapsOfHome(matched, text, language, context);
        boolean isAtHand = matched.urgent() && isSure && matcher.isAtHand(matched.answer(), step(help));
        // The label of a button is that button: "back to where we were" asks for no steps.
        Optional<Meaning> next = context.isAfterHelp() && !isAtHand && !matcher.isOfThePack(text)
                ? next(matched, text, language, context)
                : Optional.empty();
        if (next.isPresent()) {
            return next.get();
        }
        if (!matched.urgent() || help == null) {
            return inContext(withReport(matched, text, language, around), text, context);
        }
        if (isSure && (isAtHand || !isStoryOfThePast(text, context))) {
            return new Urgent(help);
        }
        Matched calm = matcher.ordinary(text, around);
        Meaning ordinary = withReport(calm, text, language, around);
        if (!isSure
                && matched.confidence() < CryDetector.POSSIBLE_BESIDE_A_QUESTION
                && ordinary instanceof Clear asked
                && !asked.isTalk()
                && !matcher.isReport(calm.answer())
                && Clauses.in(text).findAny().isPresent()
                && !hasSign(text, language)) {
            // Only one of its sentences asks: "long day at the plant. will they want my street address".
            return inContext(ordinary, text, context);
        }
        // Right after a cry for help, words that a part of the help fits go on with it: "will they deport him before
        // monday". "No me contesta el teléfono" reports no call there.
        boolean isNothingElse = !(ordinary instanceof Clear) || matcher.isReport(calm.answer());
        return context.isAfterHelp() && help.step() != null && isNothingElse
                ? new Urgent(help)
                : new Urgent(help, false, inContext(ordinary, text, context));
    }

    /**
     * Whether a text that may be a cry more likely tells of somebody's home, which was asked for: "yeah me and my nana in the apartments by
     * the school". Help is offered below the answer.
     */
    private boolean isPerhapsOfHome(Matched matched, String text, Language language, Context context) {
        Flow asking = pack.flow(context.asking());
        return asking != null
                && asking.steps().values().stream()
                        .anyMatch(step -> step.ask() != null && step.ask().location())
                && matched.confidence() < SURE_OF_A_HOME
                && !hasSign(text, language);
    }

    /** Whether a text has a strong sign or a phrase of danger. */
    private boolean hasSign(String text, Language language) {
        return matcher.hasStrongSign(text) || phrases.read(text, language) instanceof Urgent;
    }

    /**
     * Whether a text tells of a danger that was a while ago, in a letter or by somebody who wants to write or call: "write it for me,
     * they've had my uncle in Krome for two months". That's why people do it; help is offered below the answer.
     */
    private boolean isStoryOfThePast(String text, Context context) {
        Destination wanted = matcher.decided(text).map(destinations::of).orElse(null);
        boolean wantsToAct = wanted != null && (wanted.step() == null || !isAnswer(wanted));
        return (context.isWriting() || wantsToAct)
                && LONG_AGO.matcher(Fold.fold(text)).find();
    }

    /** What a text means where that depends on what is asked for. */
    private Meaning inContext(Meaning meaning, String text, Context context) {
        if (context.isWriting()) {
            return whileWriting.read(meaning, text, context.asking());
        }
        // Where a name or a town is asked for, it's no part of the text, and still "now may I see it?" wants to see
        // that.
        Destination wanted = whileWriting.wanted(text, context.asking());
        return wanted == null ? meaning : new Clear(wanted);
    }

    private static @Nullable String step(@Nullable Destination to) {
        return to == null ? null : to.step();
    }

    /**
     * What goes on with the help that was given: what surely answers such words, or the part of the help that fits them, unless they
     * mean something else about it or nothing to do with any call.
     */
    private Optional<Meaning> next(Matched matched, String text, Language language, Context context) {
        String help = context.help();
        Optional<String> danger = pack.flows().values().stream()
                .filter(flow -> !flow.urgent().isEmpty())
                .filter(flow -> flow.name().equals(help) || flow.steps().containsKey(help))
                .map(Flow::name)
                .findFirst();
        boolean isAnotherDanger =
                matched.urgent() && matched.sure() && !matched.answer().equals(danger.orElse(""));
        if (danger.isEmpty()
                || (isAnotherDanger && (matched.confidence() >= ANOTHER_DANGER || matcher.hasStrongSign(text)))) {
            return Optional.empty();
        }
        Flow flow = Objects.requireNonNull(pack.flow(danger.get()));
        boolean isSure = matched.urgent() && matched.sure();
        if (!isSure && isOfLawmaker(text, context)) {
            return Optional.of(new Resumed(read(text, language, new Context(context.asking(), context.isWriting()))));
        }
        Optional<String> followUp = matcher.followUp(flow.name(), text);
        if (followUp.filter(Repair.RESUME::equals).isPresent()) {
            return Optional.of(new Resumed(read(text, language, new Context(context.asking(), context.isWriting()))));
        }
        Optional<Meaning> rest =
                followUp.filter(Repair.FALSE_ALARM::equals).flatMap(alarm -> besideAlarm(flow, text, context));
        if (rest.isPresent()) {
            return rest;
        }
        Optional<Destination> follows = followUp.flatMap(name -> Stream.of(flow.name(), Repair.AFTER_HELP)
                .filter(each -> pack.flows().containsKey(each)
                        && Objects.requireNonNull(pack.flow(each)).steps().containsKey(name))
                .map(each -> new Destination(each, name))
                .findFirst()
                .or(() -> Optional.ofNullable(destinations.of(name))));
        Optional<Meaning> two = bothFollow(flow, text);
        if (two.isPresent()) {
            return two;
        } else if (follows.isPresent()) {
            // A whole flow that is no command, such as the lawmakers' numbers, leads out of the help.
            boolean isBack = follows.get().step() == null
                    && !Repair.COMMANDS.contains(follows.get().flow());
            Destination first = new Destination(flow.name(), Repair.AT + followUp.orElseThrow());
            return follows.map(to -> to.flow().equals(flow.name())
                    ? new Urgent(to)
                    : isBack
                            ? new Resumed(new Clear(to, false, false, isAnswer(first) ? first : null))
                            : new Clear(to));
        }
        // "No me contesta" reports no call here, and says where the talk goes on.
        boolean isNothingElse = !matched.urgent()
                && (matcher.isReport(matched.answer())
                        || !matcher.asksForSomething(matched.answer())
                        || matched.answer().equals(Matched.NONE)
                        || matched.answer().equals(Matched.UNSURE));
        return isNothingElse
                ? Optional.of(help(flow.name(), null, text))
                        .filter(part -> part.step() != null && !matcher.isAtHand(flow.name(), part.step()))
                        .map(Urgent::new)
                : Optional.empty();
    }

    /**
     * Whether words tell of a call to a lawmaker by name, or want to make one: "thank you. ok I called Klobuchar, I left the message",
     * "I'm gonna call Moreno now".
     */
    private boolean isOfLawmaker(String text, Context context) {
        QuestionMatcher.Around around =
                new QuestionMatcher.Around(destinations.leadingInto(context.asking()), Set.of());
        return matcher.namesLawmaker(text)
                && (WANTS_TO_CALL.matcher(Fold.fold(text)).find()
                        || Clauses.all(text)
                                .anyMatch(clause -> isSureReport(clause, matcher.ordinary(clause, around))));
    }

    /** What is asked beside "nobody's at the door", which then needs no asking in other words; empty if that has no answer. */
    private Optional<Meaning> besideAlarm(Flow help, String text, Context context) {
        String rest = Clauses.all(text)
                .filter(clause -> matcher.followUp(help.name(), clause)
                        .filter(Repair.FALSE_ALARM::equals)
                        .isEmpty())
                .collect(Collectors.joining(", "));
        Destination alarm = destinations.of(Repair.FALSE_ALARM);
        Destination sorry = alarm == null ? null : new Destination(alarm.flow(), Repair.AT + alarm.step());
        Meaning asked = rest.isEmpty() || sorry == null || !isAnswer(sorry)
                ? new Nothing()
                : read(rest, Language.ENGLISH, new Context(context.asking(), context.isWriting()));
        return asked instanceof Clear clear && !clear.isTalk() && clear.beside() == null
                ? Optional.of(new Resumed(new Clear(clear.to(), false, false, sorry)))
                : Optional.empty();
    }

    /** The first two parts of the help that sentences ask for: "the site wants an A-number. and she's scared to pick the kids up". */
    private Optional<Meaning> bothFollow(Flow flow, String text) {
        List<Destination> parts = Clauses.in(text)
                // "What do we do" asks for no more than what the rest does.
                .filter(clause -> clause.split("\\s+", -1).length >= FEWEST_WORDS_OF_A_PART)
                .flatMap(clause -> matcher.followUp(flow.name(), clause).stream())
                .filter(name -> flow.steps().containsKey(name))
                .distinct()
                .map(name -> new Destination(flow.name(), name))
                .toList();
        return parts.size() >= 2
                ? Optional.of(new Urgent(parts.get(1), true, new Clear(parts.get(0))))
                : Optional.empty();
    }

    /**
     * The meaning of a text, and before it that of a clause that clearly answers the waiting question by what somebody did: "le dejé
     * recado a Cruz, pero dígame si sirve de algo".
     */
    private Meaning withReport(Matched matched, String text, Language language, QuestionMatcher.Around around) {
        Set<String> near = around.near();
        boolean isIdle = matcher.isIdle(matched.answer());
        Optional<Meaning> two = matcher.isExample(text) || !around.subject().isEmpty()
                ? Optional.empty()
                : twoThings.in(text, around).flatMap(found -> both(found, text, around));
        if (two.isPresent()) {
            return two.get() instanceof Clear asked
                    ? reportBefore(text, around)
                            .<Meaning>map(report -> new Reported(report, asked))
                            .orElse(asked)
                    : two.get();
        }
        Meaning whole = ordinary(matched, text, language, around);
        boolean isReport = isReport(matched, around);
        if (whole instanceof Clear told && counts(told.to()) && isOnlyAsked(text) && !matcher.isExample(text)) {
            return besideTheQuestion(text, language, around);
        } else if (whole instanceof Clear && matcher.isExample(text) && !isReport) {
            return bySentence(whole, matched, text, around);
        } else if (whole instanceof Clear && isReport) {
            return whole;
        }
        List<String> clauses = near.isEmpty() || (near.contains(matched.answer()) && !isIdle)
                ? List.of()
                : Clauses.all(text).toList();
        if (clauses.size() < 2) {
            return bySentence(whole, matched, text, around);
        }
        List<Matched> parts =
                clauses.stream().map(clause -> matcher.ordinary(clause, around)).toList();
        // "It went to voicemail and I hung up" left no message; "I'll do the other one tomorrow" takes back nothing.
        boolean isDoubtful = IntStream.range(0, clauses.size())
                .anyMatch(i -> near.contains(parts.get(i).answer())
                        && !matcher.isReport(parts.get(i).answer())
                        && !(matcher.isIdle(parts.get(i).answer())
                                && !NEGATED.matcher(Fold.fold(clauses.get(i))).find()));
        for (int i = 0; i < clauses.size() && !isDoubtful; i++) {
            Destination to = destinations.of(parts.get(i).answer());
            boolean isPurpose = i > 0 && Asking.asksFor(text, clauses.get(i - 1), clauses.get(i));
            if (to != null
                    && !isPurpose
                    && !isOnlyAsked(text, clauses.get(i))
                    && near.contains(parts.get(i).answer())
                    && isSureReport(clauses.get(i), parts.get(i))) {
                String clause = clauses.get(i);
                String rest =
                        clauses.stream().filter(each -> !each.equals(clause)).collect(Collectors.joining(", "));
                Matched beside = matcher.ordinary(rest, around);
                if (matcher.isDuring(clause, beside.answer())) {
                    return ordinary(beside, rest, language, around);
                }
                boolean isMore = rest.split(" ", -1).length >= FEWEST_WORDS_OF_MORE
                        && !near.contains(beside.answer())
                        && !isReadAtOnce(to, destinations.of(beside.answer()));
                return new Reported(to, isMore ? ordinary(beside, rest, language, around) : new Nothing());
            }
        }
        return bySentence(whole, matched, text, around);
    }

    /** What else a text means that asks what it seemed to report: "so that's a no? like the CBO or the actual law". */
    private Meaning besideTheQuestion(String text, Language language, QuestionMatcher.Around around) {
        String rest =
                Clauses.all(text).filter(clause -> !isOnlyAsked(text, clause)).collect(Collectors.joining(", "));
        Matched beside = matcher.ordinary(rest, new QuestionMatcher.Around(Set.of(), around.subject()));
        return rest.isEmpty() || matcher.isReport(beside.answer())
                ? new Nothing()
                : ordinary(beside, rest, language, around);
    }

    /** What a first clause surely reports before two questions: "left a message, forgot my zip, is that bad? who's the other one". */
    private Optional<Destination> reportBefore(String text, QuestionMatcher.Around around) {
        return Clauses.all(text)
                .limit(2)
                .map(clause -> Map.entry(clause, matcher.ordinary(clause, around)))
                .filter(clause -> around.near().contains(clause.getValue().answer())
                        && isSureReport(clause.getKey(), clause.getValue()))
                .findFirst()
                .map(clause -> destinations.of(clause.getValue().answer()));
    }

    /**
     * The meaning of the sentence that's clearest where a text means nothing clear as a whole: "my knees hurt. do i have to call both.
     * long day". A report is none of these, since what stands beside it may take it back.
     */
    private Meaning bySentence(Meaning whole, Matched matched, String text, QuestionMatcher.Around around) {
        boolean isAsking = matcher.asksInside(text) || Clauses.in(text).anyMatch(matcher::asks);
        boolean isExample = matched.confidence() == 1;
        if (whole instanceof Clear clear && (isExample || !(clear.isTalk() && isAsking))) {
            return whole;
        }
        return Clauses.in(text)
                .filter(sentence -> !(isOnlyAsked(text, sentence) && counts(matcher.ordinary(sentence, around))))
                .map(sentence -> matcher.ordinary(sentence, around))
                .filter(part -> part.confidence() >= SURE_SENTENCE
                        && matcher.asksForSomething(part.answer())
                        && !matcher.isReport(part.answer())
                        && leadsSomewhere(part, text))
                .max(Comparator.comparingDouble(Matched::confidence))
                .map(part -> (Meaning) new Clear(Objects.requireNonNull(destinations.of(part.answer()))))
                .or(() -> isAsking ? Optional.empty() : talkAtTheEnd(text, around))
                .orElse(whole);
    }

    /** The thanks or goodbye at the end of a text that is otherwise unclear and asks nothing: "That is right. Thank you. Good bye." */
    private Optional<Meaning> talkAtTheEnd(String text, QuestionMatcher.Around around) {
        return Clauses.in(text)
                .reduce((sentence, later) -> later)
                .filter(last ->
                        !last.equals(text) && FAREWELL.matcher(Fold.fold(last)).find())
                .map(last -> matcher.ordinary(last, around))
                .filter(last -> last.confidence() >= SURE_SENTENCE && !matcher.asksForSomething(last.answer()))
                .flatMap(last -> Optional.ofNullable(destinations.of(last.answer())))
                .map(to -> new Clear(to, true, false, null));
    }

    /** Whether a destination begins with words that can be said by themselves. */
    private boolean isAnswer(Destination to) {
        Flow flow = pack.flow(to.flow());
        Step step = flow == null ? null : to.step() == null ? flow.first() : flow.step(to.step());
        return step != null && step.isAnswer();
    }

    /** Two things: a report is counted before a question is answered, and of two questions at least one is answered in words alone. */
    private Optional<Meaning> both(TwoThings.Found found, String text, QuestionMatcher.Around around) {
        Destination first =
                Objects.requireNonNull(destinations.of(found.first().meaning().answer()));
        Destination second =
                Objects.requireNonNull(destinations.of(found.second().meaning().answer()));
        if (isMention(first, text) || isMention(second, text)) {
            return Optional.empty();
        } else if (counts(first) && isOnlyAsked(found.first().text())) {
            return Optional.of(new Clear(second))
                    .filter(asked -> !counts(asked.to()))
                    .map(Meaning.class::cast);
        } else if (isReadAtOnce(first, second)) {
            return Optional.of(new Reported(first, new Nothing()));
        } else if (twoThings.isReport(found.first(), around)) {
            return reported(found.first(), found.second(), text, around);
        } else if (twoThings.isReport(found.second(), around)) {
            return reported(found.second(), found.first(), text, around);
        } else if (isOutOfPlace(found.first(), first, around) || isOutOfPlace(found.second(), second, around)) {
            return Optional.empty();
        } else if (isAnswer(first)) {
            return Optional.of(new Clear(second, false, false, first));
        } else if (isAnswer(second)) {
            return Optional.of(new Clear(first, false, false, second));
        }
        // "Alright, I'll call Cruz. What's his number?" asks for one thing.
        return !matcher.asksInside(found.first().text())
                        && matcher.asksInside(found.second().text())
                ? Optional.of(new Clear(second))
                : Optional.empty();
    }

    /** Whether a half answers a question that isn't waiting: "how do I know it's true and not made up" reports no call. */
    private boolean isOutOfPlace(TwoThings.Part half, Destination to, QuestionMatcher.Around around) {
        Flow flow = pack.flow(to.flow());
        return to.step() != null
                && flow != null
                && flow.steps().values().stream().anyMatch(step -> step.ask() != null)
                && !around.near().contains(half.meaning().answer());
    }

    /**
     * A report and a question or a wish. What's asked with the phone in the hand, or before a call, is answered alone. What doesn't ask
     * is worth an answer if it's about the call, such as a forgotten ZIP, but "they're against it" wants to hear of no topic.
     */
    private Optional<Meaning> reported(
            TwoThings.Part report, TwoThings.Part asked, String text, QuestionMatcher.Around around) {
        String answer = asked.meaning().answer();
        if (!around.near().contains(report.meaning().answer())
                && !TELLS_OF_A_CALL.matcher(Fold.fold(report.text())).find()) {
            // "170 billion? How do I know that's true and not made up" tells of no call.
            return Optional.empty();
        }
        Destination to = Objects.requireNonNull(destinations.of(report.meaning().answer()));
        if (INDIRECT.matcher(Fold.fold(report.text())).find()
                && text.indexOf(report.text()) < text.indexOf(asked.text())) {
            return Optional.of(new Reported(to, new Nothing()));
        }
        Clear question = new Clear(Objects.requireNonNull(destinations.of(answer)));
        boolean isAsking = matcher.asksInside(asked.text());
        if (!isAsking && question.to().step() == null && !question.to().flow().equals(Repair.STOP)) {
            return Optional.empty();
        }
        boolean isAlone = matcher.isIdle(report.meaning().answer()) || (isAsking && matcher.isDuring(text, answer));
        return Optional.of(isAlone ? question : new Reported(to, question));
    }

    /** Whether two reports go to the same Java step, which reads the whole text, with all that it tells of several calls. */
    private boolean isReadAtOnce(Destination report, @Nullable Destination other) {
        String reader = reader(report);
        return reader != null && other != null && reader.equals(reader(other));
    }

    private @Nullable String reader(Destination to) {
        Flow flow = pack.flow(to.flow());
        Step step = flow == null || to.step() == null ? null : flow.step(to.step());
        return step == null || step.run() == null ? null : step.run().name();
    }

    private boolean isReport(Matched matched, QuestionMatcher.Around around) {
        return around.near().contains(matched.answer()) && matcher.isReport(matched.answer());
    }

    private boolean counts(Matched matched) {
        Destination to = destinations.of(matched.answer());
        return to != null && counts(to);
    }

    /** Whether a destination counts what somebody did. */
    private boolean counts(Destination to) {
        Flow flow = pack.flow(to.flow());
        Step step = flow == null || to.step() == null ? null : flow.step(to.step());
        return step != null && step.run() != null && step.run().with().containsKey("outcome");
    }

    /** Whether a text asks and tells of no call. */
    private static boolean isOnlyAsked(String text) {
        return text.indexOf('?') >= 0
                && !TELLS_OF_A_CALL.matcher(Fold.fold(text)).find();
    }

    /** Whether a clause is a question that tells of no call: "so that's a no? like the CBO" counts nobody who's against. */
    private static boolean isOnlyAsked(String text, String clause) {
        int end = text.indexOf(clause) + clause.length();
        return end >= clause.length()
                && text.substring(end).stripLeading().startsWith("?")
                && !TELLS_OF_A_CALL.matcher(Fold.fold(clause)).find();
    }

    private boolean isSureReport(String clause, Matched part) {
        return matcher.isReport(part.answer())
                && part.confidence() >= SURE_REPORT
                && !Asking.asks(clause)
                && !Asking.supposes(clause);
    }

    /** The part of the help for a danger that fits a text, if the pack has it; else the whole. */
    private Destination help(String danger, @Nullable Destination whole, String text) {
        String name = whole == null ? danger : whole.flow();
        Flow flow = pack.flow(name);
        return new Destination(
                name,
                matcher.part(danger, text)
                        .filter(step -> flow != null && flow.steps().containsKey(step))
                        .orElse(null));
    }

    private Meaning ordinary(Matched matched, String text, Language language, QuestionMatcher.Around around) {
        Destination to = destinations.of(matched.answer());
        if (to != null && isMention(to, text)) {
            return new Nothing();
        } else if (to != null) {
            return new Clear(to, !matcher.asksForSomething(matched.answer()), matcher.isIdle(matched.answer()), null);
        }
        // Right after help in danger a mere mention of lawmakers starts nothing.
        Meaning byPhrase = around.subject().isEmpty() ? phrases.read(text, language) : new Nothing();
        if (byPhrase instanceof Clear heard
                && leadsToHelp(heard.to())
                && !matched.near().isEmpty()) {
            // A long sentence that only names a danger: "if I call, they see my number and la migra may come".
            return new Unsure(likely(
                    Stream.concat(matched.near().stream(), Stream.of(heard.to().flow()))
                            .toList(),
                    language));
        } else if (!(byPhrase instanceof Nothing) && !(byPhrase instanceof Urgent)) {
            return byPhrase;
        }
        List<Likely> likely = likely(matched.offered(), language);
        if (!likely.isEmpty()) {
            return new Unsure(likely);
        }
        List<Likely> near = likely(matched.near(), language);
        return new Nothing(
                matched.nearest().equals(Matched.NONE) ? "" : matched.nearest(),
                near,
                !near.isEmpty() && matched.confidence() >= FAIR);
    }

    private boolean leadsToHelp(Destination to) {
        Flow flow = pack.flow(to.flow());
        return flow != null && !flow.urgent().isEmpty();
    }

    private boolean leadsSomewhere(Matched part, String whole) {
        Destination to = destinations.of(part.answer());
        return to != null && !isMention(to, whole);
    }

    /** Whether a text only speaks of the language that it seems to ask for: "my mom doesn't speak English, can she call?" */
    private static boolean isMention(Destination to, String text) {
        return LANGUAGES.contains(to.flow()) && text.split("\\s+", -1).length > MOST_WORDS_OF_A_LANGUAGE;
    }

    /** The possible meanings, each destination once: two answers with the same destination are one to the person. */
    private List<Likely> likely(List<String> offered, Language language) {
        Map<Destination, Likely> likely = new LinkedHashMap<>();
        for (String answer : offered) {
            Destination to = destinations.of(answer);
            if (to != null) {
                matcher.title(answer, language).ifPresent(title -> likely.putIfAbsent(to, new Likely(to, title)));
            }
        }
        return List.copyOf(likely.values());
    }
}
