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
import org.campaignbot.conversation.Understanding.Clear;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.conversation.Understanding.Likely;
import org.campaignbot.conversation.Understanding.Meaning;
import org.campaignbot.conversation.Understanding.Nothing;
import org.campaignbot.conversation.Understanding.Reported;
import org.campaignbot.conversation.Understanding.Unsure;
import org.campaignbot.conversation.Understanding.Urgent;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Finds what a text means if nobody is in danger: what somebody did, what they ask, two things at once, or one of a few. */
final class OrdinaryMeaning {

    /** At this probability a clause is a report, whatever the rest of the text means. */
    private static final double SURE_REPORT = 0.8;

    /** At this probability a sentence says what a text means that is nothing clear as a whole. */
    private static final double SURE_SENTENCE = 0.5;

    /** At this probability a meaning is offered to somebody who wasn't understood: three of four such offers have what they meant. */
    private static final double FAIR = 0.1;

    /** The flows that change the language of the chat. */
    private static final Set<String> LANGUAGES = Set.of("english", "spanish");

    /** More words that mention a language only tell of it, such as whether a friend speaks English. */
    private static final int MOST_WORDS_OF_A_LANGUAGE = 8;

    /** Asks for a language however long the text is: "no no en español porfa yo no entiendo ingles". */
    private static final Pattern ASKS_A_LANGUAGE = Pattern.compile(
            "\\b(?:en|in) (?:espanol|ingles|spanish|english) (?:por ?fa\\w*|please|pls|plz)\\b|\\byo no (?:entiendo|hablo) (?:el |nada de )?ingles\\b"
                    + "|\\b(?:write|talk|speak|answer) (?:to me )?in (?:spanish|english)\\b"
                    + "|\\b(?:escrib[ae]me|hableme|hablame|contest[ae]me|respond[ae]me) en (?:espanol|ingles)\\b");

    /** Tells which language was heard on the phone: "me contesto una grabacion en ingles y colgue". */
    private static final Pattern HEARD_A_LANGUAGE = Pattern.compile(
            "\\b(?:grabacion|grabadora|maquina|buzon|contest(?:o|aron|an|aba)|colgue|machine|recording|answered|picked up|hung up)\\b");

    /** Fewer words beside a report, such as "other one?", only go on with the calls. */
    private static final int FEWEST_WORDS_OF_MORE = 3;

    private static final Pattern NEGATED = Pattern.compile(
            "\\b(?:not|no|never|didnt|dont|cant|couldnt|havent|hasnt|nothing|nada|nunca|todavia|aun|sin)\\b");

    /** What an indirect question follows: "he didn't say where Gallego stands" asks nothing. */
    private static final Pattern INDIRECT = Pattern.compile(
            "\\b(?:say|said|says|tell|told me|know|knew|sure|dijo|dijeron|dice|sabe|sabia|saben|sabian|seguro|segura)$");

    private static final Pattern FAREWELL = Pattern.compile(
            "\\b(?:thanks|thank you|thx|ty|bye|good ?bye|good ?night|take care|gracias|adios|hasta (?:luego|manana|pronto)|buenas noches|nos vemos|cuidese|bendiciones)\\b");

    /** What tells of a call where no question about one waits. */
    private static final Pattern TELLS_OF_A_CALL = Pattern.compile(
            "\\b(?:call\\w*|phoned|rang|left|talked|spoke|tried|reached|got|voice ?mails?|vms?|mailbox|machine|busy|answered|picked up|hung up|on hold|number"
                    + "|llam\\w+|marque|marcamos|hable|hablamos|platique|deje|dejamos|contest\\w+|recado|mensaje|buzon|ocupado|colg\\w+|numero)\\b");

    /** What people say to take a report back. */
    private static final String TAKE_BACK = "undo that";

    /** What surely takes a report back, whatever comes after it. */
    private static final Pattern TAKES_BACK = Pattern.compile(
            "\\b(?:dont|do not) count (?:it|that|this|him|her)\\b|^undo (?!it all\\b)|\\b(?:u|you) counted (?:it|that|him|her|them)\\b"
                    + "|\\bno (?:(?:la|lo) cuentes?|cuentes? (?:es[ao]|ese|est[ae]))\\b");

    /** What says that somebody has called. */
    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:i|we|just|finally) (?:just |finally )?(?:called|phoned|rang|talked|spoke|got through)\\b|\\b(?:llame|marque|llamamos|marcamos|hable|hablamos)\\b");

    private final QuestionMatcher matcher;
    private final Pack pack;
    private final Destinations destinations;
    private final PhraseUnderstanding phrases;
    private final TwoThings twoThings;

    OrdinaryMeaning(QuestionMatcher matcher, Pack pack, Destinations destinations, PhraseUnderstanding phrases) {
        this.matcher = matcher;
        this.pack = pack;
        this.destinations = destinations;
        this.phrases = phrases;
        this.twoThings = new TwoThings(matcher, destinations);
    }

    /**
     * The meaning of a text, and before it that of a clause that clearly answers the waiting question by what somebody did: "le dejé
     * recado a Cruz, pero dígame si sirve de algo".
     */
    Meaning of(Matched matched, String text, Language language, QuestionMatcher.Around around) {
        Optional<Meaning> takenBack = takenBack(text, language, around);
        if (takenBack.isPresent()) {
            return takenBack.get();
        }
        Set<String> near = around.near();
        boolean isIdle = matcher.isIdle(matched.answer());
        boolean isReport = isReport(matched, around);
        Optional<Clear> decided = isReport ? decidedBeside(text) : Optional.empty();
        Optional<Meaning> two = matcher.isExample(text) || !around.subject().isEmpty() || decided.isPresent()
                ? Optional.empty()
                : twoThings.in(text, around).flatMap(found -> both(found, text, around));
        if (two.isPresent()) {
            return two.get() instanceof Clear asked
                    ? reportBefore(text, around)
                            .<Meaning>map(report -> new Reported(report, asked))
                            .orElse(asked)
                    : two.get();
        }
        Meaning whole = inOnePiece(matched, text, language, around);
        if (whole instanceof Clear told && counts(told.to()) && isOnlyAsked(text) && !matcher.isExample(text)) {
            return besideTheQuestion(text, language, around);
        } else if (whole instanceof Clear && matcher.isExample(text) && !isReport) {
            return bySentence(whole, matched, text, around);
        } else if (whole instanceof Clear told && isReport) {
            return decided.<Meaning>map(asked -> new Reported(told.to(), asked)).orElse(told);
        }
        // "I got 10 min left on break so I called McCormick" is in no hurry to call.
        boolean isWish = matcher.decided(text).filter(matched.answer()::equals).isPresent() && !counts(matched);
        List<String> clauses = near.isEmpty() || (near.contains(matched.answer()) && !isIdle && !isWish)
                ? List.of()
                : Clauses.all(text).toList();
        if (clauses.size() < 2) {
            return bySentence(whole, matched, text, around);
        }
        List<Matched> parts =
                clauses.stream().map(clause -> matcher.ordinary(clause, around)).toList();
        Optional<Destination> talk = talkTold(clauses, parts, near);
        if (talk.isPresent()) {
            return new Reported(talk.get(), new Nothing());
        }
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
                    return inOnePiece(beside, rest, language, around);
                }
                boolean isMore = rest.split(" ", -1).length >= FEWEST_WORDS_OF_MORE
                        && !near.contains(beside.answer())
                        && !isReadAtOnce(to, destinations.of(beside.answer()));
                return new Reported(to, isMore ? inOnePiece(beside, rest, language, around) : new Nothing());
            }
        }
        return bySentence(whole, matched, text, around);
    }

    /** What takes a report back, and what's asked beside it: "undo kelly and give me his number". Empty unless both are clear. */
    private Optional<Meaning> takenBack(String text, Language language, QuestionMatcher.Around around) {
        List<String> clauses =
                around.near().isEmpty() ? List.of() : Clauses.all(text).toList();
        List<String> back = clauses.stream()
                .filter(clause -> TAKES_BACK.matcher(Fold.fold(clause)).find())
                .toList();
        if (back.isEmpty() || back.size() == clauses.size()) {
            return Optional.empty();
        }
        String rest = clauses.stream()
                .filter(clause -> !back.contains(clause)
                        && !around.near()
                                .contains(matcher.ordinary(clause, around).answer()))
                .collect(Collectors.joining(", "));
        Meaning beside = rest.isEmpty() ? new Nothing() : of(matcher.ordinary(rest, around), rest, language, around);
        return Optional.of(matcher.ordinary(TAKE_BACK, around).answer())
                .filter(around.near()::contains)
                .map(destinations::of)
                .filter(to -> beside instanceof Clear clear && !clear.isTalk() && !counts(clear.to()))
                .map(to -> new Reported(to, beside));
    }

    /**
     * The talk that one clause tells of where another says that there was a call: "so I called McCormick, lady said the senator supports
     * border security". What counts it reads the whole text.
     */
    private Optional<Destination> talkTold(List<String> clauses, List<Matched> parts, Set<String> near) {
        boolean hasCalled = IntStream.range(0, clauses.size())
                .anyMatch(i -> matcher.isReport(parts.get(i).answer())
                        && Asking.tells(clauses.get(i))
                        && CALLED.matcher(Fold.fold(clauses.get(i))).find());
        return IntStream.range(0, clauses.size())
                .filter(i -> hasCalled
                        && near.contains(parts.get(i).answer())
                        && parts.get(i).confidence() >= SURE_REPORT
                        && Asking.tells(clauses.get(i)))
                .mapToObj(i -> destinations.of(parts.get(i).answer()))
                .filter(to -> to != null && isOfATalk(to))
                .findFirst();
    }

    /** Whether a destination counts a talk with what was said in it. */
    private boolean isOfATalk(Destination to) {
        Step step = to.step() == null ? null : destinations.step(to);
        return step != null
                && step.run() != null
                && Objects.requireNonNullElse(step.run().with().get("outcome"), "")
                        .startsWith("spoke-");
    }

    /** What else a text means that asks what it seemed to report: "so that's a no? like the CBO or the actual law". */
    private Meaning besideTheQuestion(String text, Language language, QuestionMatcher.Around around) {
        String rest =
                Clauses.all(text).filter(clause -> !isOnlyAsked(text, clause)).collect(Collectors.joining(", "));
        Matched beside = matcher.ordinary(rest, new QuestionMatcher.Around(Set.of(), around.subject()));
        return rest.isEmpty() || matcher.isReport(beside.answer())
                ? new Nothing()
                : inOnePiece(beside, rest, language, around);
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
        } else if (destinations.isAnswer(first)) {
            return Optional.of(new Clear(second, false, false, first));
        } else if (destinations.isAnswer(second)) {
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
        Clear question =
                decidedBeside(text).orElseGet(() -> new Clear(Objects.requireNonNull(destinations.of(answer))));
        boolean isAsking = matcher.asksInside(asked.text());
        if (!isAsking && question.to().step() == null && !question.to().flow().equals(Repair.STOP)) {
            return Optional.empty();
        }
        boolean isIdle = matcher.isIdle(report.meaning().answer());
        if (isIdle
                && !isAsking
                && destinations.isAnswer(question.to())
                && matcher.decided(report.text())
                        .filter(report.meaning().answer()::equals)
                        .isPresent()) {
            // "Ima try again tmrw. im too scared rn" wants a kind word, and tomorrow.
            return Optional.of(new Clear(to, false, true, question.to()));
        }
        boolean isAlone = isIdle || (isAsking && matcher.isDuring(text, answer));
        return Optional.of(isAlone ? question : new Reported(to, question));
    }

    /** What words decide beside a report: "the staffer told me to go to hell, I'm shaking" wants a kind word, and none for nerves. */
    private Optional<Clear> decidedBeside(String text) {
        return matcher.decided(text)
                .filter(answer -> !matcher.isReport(answer))
                .map(destinations::of)
                .filter(destinations::isAnswer)
                .map(Clear::new);
    }

    /** Whether two reports go to the same Java step, which reads the whole text, with all that it tells of several calls. */
    private boolean isReadAtOnce(Destination report, @Nullable Destination other) {
        String reader = reader(report);
        return reader != null && other != null && reader.equals(reader(other));
    }

    private @Nullable String reader(Destination to) {
        Step step = to.step() == null ? null : destinations.step(to);
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
        Step step = to.step() == null ? null : destinations.step(to);
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

    /** Whether a clause surely reports what its match says. */
    boolean isSureReport(String clause, Matched part) {
        return matcher.isReport(part.answer())
                && (part.confidence() >= SURE_REPORT
                        || TAKES_BACK.matcher(Fold.fold(clause)).find())
                && !Asking.asks(clause)
                && !Asking.supposes(clause);
    }

    private Meaning inOnePiece(Matched matched, String text, Language language, QuestionMatcher.Around around) {
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
        }
        boolean isOfACall =
                byPhrase instanceof Clear named && LANGUAGES.contains(named.to().flow()) && isHeard(text);
        if (!isOfACall && !(byPhrase instanceof Nothing) && !(byPhrase instanceof Urgent)) {
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
        boolean isLong = text.split("\\s+", -1).length > MOST_WORDS_OF_A_LANGUAGE;
        return LANGUAGES.contains(to.flow())
                && ((isLong && !ASKS_A_LANGUAGE.matcher(Fold.fold(text)).find()) || isHeard(text));
    }

    /** Whether a text tells which language somebody heard on the phone, and asks for none. */
    private static boolean isHeard(String text) {
        String words = Fold.fold(text);
        return HEARD_A_LANGUAGE.matcher(words).find()
                && !ASKS_A_LANGUAGE.matcher(words).find();
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
