package org.campaignbot.content.understanding;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.PackFolders;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Matches a free question to one of a campaign's answers. Immutable and thread-safe.
 *
 * <p>A linear classifier, trained on the authors' examples, weighs the features of a text; possible danger comes first. The
 * same text always gets the same answer.
 */
public final class QuestionMatcher {

    /**
     * At this probability words typed where a part of a text was asked for were meant for the bot. Of 417 that weren't learned, 150 of 192 are
     * heard so, and 4 of 225 that belong in the letter have to be sent again; at 0.7 it's 164 and 10.
     */
    private static final float FOR_THE_BOT = 0.85f;

    /** Anything longer, in characters, belongs in the letter. */
    private static final int LONGEST_TO_THE_BOT = 240;

    /** At this probability an answer is given where no question waits. */
    private static final double CLEAR = 0.43;

    /** If small talk and "none" together are below this probability, and another answer is worth it, the bot asks back. */
    private static final double NONE = 0.4;

    /** At this probability small talk gets its small answer where no question waits. */
    private static final double TALK = 0.3;

    /** Below this probability an answer isn't worth offering. */
    private static final double WORTH = 0.12;

    /** If even the likeliest answer is below this there, asking back would only confuse people. */
    private static final double ASK = 0.42;

    /** How much less likely a waiting question makes it that a text is small talk or means nothing. */
    private static final float LESS_TALK_AT_A_QUESTION = 0.7f;

    /** How much likelier a meaning is that belongs to what was just spoken of. */
    private static final float MORE_OF_THE_SUBJECT = 10;

    /** At this probability a meaning is clear while a question waits: most of what people type there has to do with it. */
    private static final double CLEAR_AT_A_QUESTION = 0.3;

    /**
     * A question or a request has to be this probable as an answer, as in "it said the mailbox is full, now what?" Most of them
     * report no call.
     */
    private static final double CLEAR_THOUGH_ASKING = 0.75;

    /** Below this probability a meaning isn't worth asking back there, and small talk gets no answer. */
    private static final double WORTH_AT_A_QUESTION = 0.15;

    /** How much an answer of a kit that isn't used counts as none: its examples say what a text isn't, and not that it's nothing. */
    private static final float APART = 0.25f;

    /** At this probability danger is sure even where some words decide that something ordinary is meant. */
    private static final double CALM_UNLESS = 0.9;

    /** From this probability on, what is left beside a remark is nothing that somebody meant. */
    private static final float MOSTLY_A_REMARK = 0.6f;

    private static final int OFFERED = 3;

    /** The fewest letters of a lawmaker's name that few others have: Kelly may be a friend. */
    private static final int LONG_NAME = 6;

    private static final Pattern OF_AN_OFFICE =
            Pattern.compile("\\b(?:sen|senators?|senador(?:a|es)?|offices?|oficinas?)\\b");

    /** Only a time of the day, which is no cry: "no de la noche no, 7 de la mañana". "911 please" is one, so an hour has two digits at most. */
    private static final Pattern A_TIME = Pattern.compile(
            "(?=.*\\d)(?!.*\\d{3})(?:(?:no|si|yes|mejor|digo|ok|a|at|on|by|for|las?|el|los|de|del|in|the|\\d{1,2}|am|pm|a m|p m|y media|media|oclock|manana|noche|tarde|mediodia"
                    + "|morning|night|evening|afternoon|noon|tomorrow|today|hoy|monday|tuesday|wednesday|thursday|friday|lunes|martes|miercoles|jueves|viernes"
                    + "|not|instead|better|please|porfa|por favor)(?: |$))+");

    private static final Pattern ZIP_CODE = Pattern.compile("\\d{5}");

    /** What people say before they ask something. */
    private static final Pattern GREETING = Pattern.compile(
            "^(?:(?:hi|hello|hey|heya|hiya|yo|ok|okay|so|um|well|hola|ola|oye|oiga|buenas|bueno|pues|disculp[ae]|perdon"
                    + "|good (?:morning|afternoon|evening)|buenos dias|buenas (?:tardes|noches)|excuse me)(?: there)? )+(?=\\S+ \\S+ \\S)");

    /** Words of chats that say nothing and that few examples have. */
    private static final Set<String> FILLERS = Set.of("""
            ahorita fr haha hahaha honestly jaja jajaja lmao lol ngl omg pls plz porfa pues rn tbh tho ugh
            """.strip().split(" ", -1));

    /** Words that mean an answer for sure. */
    private record Decisive(String answer, Danger.Sign sign) {
        static List<Decisive> all(List<Questions.Sign> signs, WordLists lists) {
            return signs.stream()
                    .map(each -> new Decisive(each.answer(), Danger.Sign.of(each, lists)))
                    .toList();
        }
    }

    private final Questions questions;
    private final TextReader reader;
    private final Danger danger;
    private final BitSet neverAnswered;
    private final BitSet requests;
    private final List<Decisive> decisive;
    private final List<Decisive> whileWriting;
    private final List<Decisive> onceWritten;
    private final BitSet plain;
    private final List<Decisive> cries;
    private final BitSet denies;
    private final BitSet asides;
    private final PackWords packWords;
    private final CryDetector alarm;
    private final Learned learned;
    private final List<String> answers;
    private final Set<String> smallTalk;
    private final Set<String> reports;
    private final Set<String> idle;
    private final Set<String> during;
    private final BitSet done;
    private final Set<String> remarks;
    private final Set<String> toTheBot;

    private QuestionMatcher(Questions questions, Pack pack, @Nullable Learned kept) {
        this.questions = questions;
        WordLists lists = new WordLists();
        // Assign numbers by name, so that the order in which files are read doesn't matter.
        // Those that nothing is learned from come last, so that they change no other's.
        questions.words().keySet().stream()
                .sorted(Comparator.comparing(
                                (String list) -> questions.unlearned().contains(list))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(lists::number);
        questions.words().forEach((list, entries) -> entries.forEach(entry -> lists.add(list, entry)));
        this.danger = new Danger(questions, lists);
        this.neverAnswered = lists.numbers(questions.neverAnswered());
        this.requests = lists.numbers(questions.requests());
        Map<Boolean, List<Decisive>> sure = Decisive.all(questions.decisive(), lists).stream()
                .collect(Collectors.partitioningBy(each -> questions.ids(true).contains(each.answer())));
        this.decisive = Objects.requireNonNull(sure.get(false));
        this.cries = Objects.requireNonNull(sure.get(true));
        this.whileWriting = Decisive.all(questions.whileWriting(), lists);
        this.onceWritten = Decisive.all(questions.onceWritten(), lists);
        this.plain = lists.numbers(questions.plain());
        this.denies = lists.numbers(questions.denies());
        this.asides = lists.numbers(questions.asides());
        this.packWords = new PackWords(pack);
        this.alarm = new CryDetector(questions, pack, danger);
        this.answers = questions.ids(false);
        this.smallTalk = answersThat(answer -> !answer.offered());
        this.reports = answersThat(Questions.Answer::report);
        this.remarks = answersThat(Questions.Answer::remark);
        this.toTheBot = answersThat(Questions.Answer::toTheBot);
        this.done = lists.numbers(questions.done());
        this.during = answersThat(Questions.Answer::during);
        this.idle = answersThat(Questions.Answer::idle);
        this.learned = kept != null && kept.fits(questions) ? kept : Learned.from(questions, lists, danger);
        this.reader = TextReader.of(questions, lists, danger, learned.vocabulary());
    }

    private Set<String> answersThat(Predicate<Questions.Answer> fit) {
        return questions.answers().stream()
                .filter(fit)
                .map(Questions.Answer::id)
                .collect(Collectors.toSet());
    }

    /**
     * A matcher, or the problems in the files that it was to be made from.
     *
     * @param known the matcher; null if there are problems, since an author shouldn't wait for what is learned from broken files
     */
    public record Result(@Nullable QuestionMatcher known, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }

        /**
         * The matcher.
         *
         * @throws IllegalStateException if there are problems
         */
        public QuestionMatcher matcher() {
            if (known == null) {
                throw new IllegalStateException("the questions have problems: " + problems);
            }
            return known;
        }
    }

    /**
     * Reads the questions of a campaign and of its kits, and trains a matcher on them.
     *
     * @param content the folder that contains {@code campaigns/} and {@code kits/}
     * @param pack the campaign's pack, for the urgent phrases of its flows
     */
    public static Result read(Path content, Pack pack) {
        return read(content, pack, null, null);
    }

    /**
     * Reads the questions of a campaign, and trains a matcher unless the result for exactly the same files is stored.
     *
     * @param content the folder that contains {@code campaigns/} and {@code kits/}
     * @param pack the campaign's pack, for the urgent phrases of its flows
     * @param kept the folder to store what was learned in, created if it's missing; null to store nothing
     * @param program the folder to store it in beside the program too, for installations that haven't learned yet; null for none
     */
    public static Result read(Path content, Pack pack, @Nullable Path kept, @Nullable Path program) {
        List<Path> folders = PackFolders.of(content, pack.id(), new Problems());
        LearnedFile file = kept == null
                ? null
                : LearnedFile.of(
                        kept,
                        program,
                        pack.id(),
                        Stream.concat(folders.stream(), QuestionsReader.toldApartFrom(folders).stream())
                                .toList());
        Learned learned = file == null ? null : file.read();
        Problems problems = new Problems();
        Questions questions = new QuestionsReader(problems).read(folders, learned == null);
        List<Problem> found = problems.sorted();
        if (!found.isEmpty()) {
            return new Result(null, found);
        }
        QuestionMatcher matcher = new QuestionMatcher(questions, pack, learned);
        if (file != null && learned == null) {
            file.write(matcher.learned());
        }
        return new Result(matcher, found);
    }

    /** A matcher of some questions, without a folder; for measuring on examples that it didn't learn from. */
    static QuestionMatcher of(Questions questions, Pack pack) {
        return of(questions, pack, null);
    }

    /** The same with what was learned from them before, or null to learn it. */
    static QuestionMatcher of(Questions questions, Pack pack, @Nullable Learned learned) {
        return new QuestionMatcher(questions, pack, learned);
    }

    Learned learned() {
        return learned;
    }

    Questions questions() {
        return questions;
    }

    /** Matches a text in any language. Danger comes first, sure or only possible. */
    public Matched match(String typed) {
        return match(typed, Around.NOTHING, false);
    }

    /**
     * What is going on around a text.
     *
     * @param near the meanings that answer the waiting question
     * @param subject the meanings that belong to what was just spoken of, so that they are likelier
     */
    record Around(Set<String> near, Set<String> subject) {
        static final Around NOTHING = new Around(Set.of(), Set.of());

        Around {
            near = Set.copyOf(near);
            subject = Set.copyOf(subject);
        }
    }

    /**
     * The same in the light of what is going on.
     *
     * @param isWriting whether the text is a part of something that somebody writes
     */
    Matched match(String typed, Around around, boolean isWriting) {
        String text = Pictures.read(typed);
        TextReader.Read read = reader.read(text);
        Matched ordinary = ordinary(text, read, around);
        CryDetector.Level level = calmed(level(text, read, ordinary, around, isWriting), text, read);
        if (level != null && read.all().intersects(denies)) {
            level = levelOf(reader.without(text, denies), around, isWriting);
        }
        // "Help me write it, but leave out my wife" begins with a button, so that only the rest may tell of danger.
        String after = level == null || level.share() == 1 ? null : packWords.after(Fold.fold(text));
        if (after != null) {
            level = levelOf(after, around, isWriting);
        }
        return level == null
                ? decided(text, ordinary, read, around)
                : new Matched(
                        level.answer(),
                        List.of(level.answer()),
                        level.share(),
                        true,
                        level.sure(),
                        List.of(level.answer()));
    }

    /** Whether a text only supposes something, and whether it asks for something, as far as its form tells. */
    private record Form(boolean supposes, boolean asks) {

        /** A yes to "did you mean: the mailbox was full?" would count a call of somebody who only asked. */
        boolean reportsNothing() {
            return asks || supposes;
        }

        /** How probable a report has to be in it. */
        double clearAsReport() {
            if (supposes) {
                return Double.POSITIVE_INFINITY;
            }
            return asks ? CLEAR_THOUGH_ASKING : CLEAR_AT_A_QUESTION;
        }
    }

    /** An answer, and how likely it is that a question means it, from 0 to 1. */
    public record Guess(String answer, double probability) {}

    /**
     * The three ordinary answers that a question most likely means, best first, whether or not they are likely enough to be given. An
     * example of the authors' is its answer for sure.
     */
    public List<Guess> guesses(String typed) {
        String text = Pictures.read(typed);
        String known = known(text);
        if (known != null && !questions.ids(true).contains(known)) {
            return known.equals(Matched.NONE) ? List.of() : List.of(new Guess(known, 1));
        } else if (text.codePoints().noneMatch(Character::isLetter)) {
            return List.of();
        }
        TextReader.Read read = reader.read(text);
        float[] shares = shares(read, Around.NOTHING);
        return ranked(shares).stream()
                .limit(OFFERED)
                .map(i -> new Guess(answers.get(i), shares[i]))
                .toList();
    }

    /** What an answer is called in a language, or else in English; empty if the authors named it in neither. */
    public Optional<String> title(String answer, Language language) {
        return Stream.of(language, Language.ENGLISH)
                .flatMap(each -> Stream.ofNullable(questions.titles().get(each)))
                .flatMap(titles -> Stream.ofNullable(titles.get(answer)))
                .findFirst();
    }

    /** The step of the help for a danger that fits a text; empty if none fits better than the flow's first. */
    Optional<String> part(String danger, String typed) {
        return this.danger.part(
                danger,
                reader.read(reader.without(Pictures.read(typed), denies)).all());
    }

    /** What answers a text right after the help for a danger: a step of it, or an answer; empty if nothing surely does. */
    Optional<String> followUp(String danger, String typed) {
        return this.danger.followUp(danger, listsIn(typed));
    }

    /** Whether a text is an example, word for word. */
    boolean isExample(String text) {
        return known(Pictures.read(text)) != null;
    }

    /** Whether a text has a strong sign of some danger. */
    boolean hasStrongSign(String typed) {
        return danger.strong(reader.read(Pictures.read(typed)).signs());
    }

    /** Whether a step of the help is for danger at hand. */
    boolean isAtHand(String danger, @Nullable String step) {
        return step != null && this.danger.isAtHand(danger, step);
    }

    /** What a text means if it's no cry for help. */
    public Matched ordinary(String typed, Set<String> near) {
        return ordinary(typed, new Around(near, Set.of()));
    }

    /** The same in the light of what is going on. */
    Matched ordinary(String typed, Around around) {
        String text = Pictures.read(typed);
        TextReader.Read read = reader.read(text);
        Matched ordinary = ordinary(text, read, around);
        return decided(text, ordinary, read, around);
    }

    /**
     * What a text means by words that decide that, unless it is an example, reports something or comes right after help in danger.
     * The alarm weighs the text without them.
     */
    private Matched decided(String text, Matched ordinary, TextReader.Read read, Around around) {
        boolean isReport = isReport(ordinary.answer()) && around.near().contains(ordinary.answer());
        boolean isSettled = isReport || known(text) != null || !around.subject().isEmpty();
        return decisive.stream()
                .filter(each -> !isSettled && each.sign().isIn(read.all()))
                .filter(each -> !isReport(each.answer()) || tells(text))
                .findFirst()
                .map(each -> Matched.clear(each.answer(), 1, false))
                .orElse(ordinary);
    }

    /** A danger, which is only possible where words decide that something ordinary is meant and nothing else tells of it. */
    private CryDetector.@Nullable Level calmed(CryDetector.@Nullable Level level, String text, TextReader.Read read) {
        boolean isCalm = level != null
                && level.share() < CALM_UNLESS
                && decisive.stream().anyMatch(each -> each.sign().isIn(read.all()) && !hasStrongSignBeside(text, each));
        return level != null && isCalm ? new CryDetector.Level(level.answer(), level.share(), false) : level;
    }

    /**
     * Whether a clause has a strong sign beside the words that decide: "le pasan mi numero a la migra? tengo a mis hijos aqui" has one in these
     * alone, and across the two.
     */
    private boolean hasStrongSignBeside(String text, Decisive decisive) {
        return Clauses.all(text)
                .map(clause -> reader.without(clause, decisive.sign().needed()))
                .anyMatch(this::hasStrongSign);
    }

    /** The danger in what's left of a text; null if nothing is. */
    private CryDetector.@Nullable Level levelOf(String rest, Around around, boolean isWriting) {
        TextReader.Read read = reader.read(rest);
        return rest.isEmpty() ? null : level(rest, read, ordinary(rest, read, around), around, isWriting);
    }

    private CryDetector.@Nullable Level level(
            String text, TextReader.Read read, Matched ordinary, Around around, boolean isWriting) {
        String folded = Fold.fold(text);
        String known = known(text);
        if (known != null && questions.ids(true).contains(known)) {
            return new CryDetector.Level(known, 1, true);
        }
        Optional<String> cry = cries.stream()
                .filter(each -> known == null && !isWriting && each.sign().isIn(read.all()))
                .map(Decisive::answer)
                .findFirst();
        if (cry.isPresent()) {
            return new CryDetector.Level(cry.get(), 1, true);
        }
        if (known != null
                || packWords.are(folded)
                || isOrdinary(read, around)
                || A_TIME.matcher(folded).matches()) {
            return null;
        }
        float[] shares = learned.danger().shares(FeatureHashing.ofDanger(read));
        CryDetector.Level level = alarm.of(
                List.of(folded.split(" ", -1)),
                read,
                shares,
                isAnswered(ordinary) && asksForSomething(ordinary.answer()) ? ordinary.confidence() : 0,
                remarks.contains(ordinary.answer()) ? ordinary.confidence() : 0,
                isWriting);
        return level != null || isWriting
                ? level
                : alarm.ofAClause(shares, Clauses.in(text).map(this::sharesOfDanger));
    }

    /**
     * Whether a text has words that decide what it means and beside them none that hint at danger, as in "i got like 2 min what do i
     * do", so that it can be no cry. "I'll do it Monday" puts off a call only where a call is what the bot waits for.
     */
    private boolean isOrdinary(TextReader.Read read, Around around) {
        return around.subject().isEmpty()
                && !danger.strong(read.signs())
                && decisive.stream()
                        .filter(each -> each.sign().isIn(read.all()))
                        .filter(each -> !isIdle(each.answer()) || around.near().contains(each.answer()))
                        .map(each -> each.sign().needed())
                        .anyMatch(needed -> IntStream.range(0, read.words().size())
                                .filter(i ->
                                        !ZIP_CODE.matcher(read.words().get(i)).matches())
                                .mapToObj(read.each()::get)
                                .allMatch(lists -> lists.intersects(needed) || lists.intersects(plain)));
    }

    /** The probability of each danger in a text, and last those of talk and of what other answers answer. */
    float[] sharesOfDanger(String text) {
        TextReader.Read read = reader.read(text);
        return learned.danger().shares(FeatureHashing.ofDanger(read));
    }

    /** Whether a text is exactly what the pack calls something, such as a button. */
    boolean isOfThePack(String text) {
        return packWords.are(Fold.fold(text));
    }

    /** Whether words typed where a part of a text was asked for were surely meant for the bot: "wait, who reads this". */
    boolean isForTheBot(String typed) {
        return typed.length() <= LONGEST_TO_THE_BOT && typed.strip().contains(" ") && forTheBot(typed) >= FOR_THE_BOT;
    }

    /** How likely that is. */
    float forTheBot(String typed) {
        TextReader.Read read = reader.read(Pictures.read(typed));
        return learned.forTheBot(FeatureHashing.of(read));
    }

    /** Whether it tells what somebody did. */
    boolean isReport(String answer) {
        return reports.contains(answer);
    }

    /** Whether a question is asked with the phone in the hand and the text tells of nothing that was done: "got the machine, what do I say". */
    boolean isDuring(String text, String asked) {
        return during.contains(asked) && !done.intersects(reader.read(text).all());
    }

    /** Whether it only tells that nothing was done yet. */
    boolean isIdle(String answer) {
        return idle.contains(answer);
    }

    /** Whether a text asks or requests something, as far as its form tells. */
    boolean asks(String text) {
        return Asking.asks(text) || requests.intersects(listsIn(text));
    }

    /** Whether a text asks something anywhere in it: "they wanted my address is that normal". */
    boolean asksInside(String text) {
        return asks(text) || asides.intersects(listsIn(text));
    }

    /** Whether a text tells something, though it may also ask what to do now: "the mailbox is full what do i do". */
    private boolean tells(String text) {
        return Asking.tells(text) || (asides.intersects(listsIn(text)) && Asking.tells(reader.without(text, asides)));
    }

    /** The answer that some words of a text mean for sure, whatever else it resembles; empty if it has none. */
    Optional<String> decided(String text) {
        return first(decisive, text);
    }

    /** What a text surely wants where a part of a letter or the like is asked for: "now may I see it?" */
    Optional<String> decidedWhileWriting(String text) {
        return first(whileWriting, text);
    }

    /** What a text surely wants where the flow of a letter asks for no part of it: "change my town to here". */
    Optional<String> decidedOnceWritten(String text) {
        return first(onceWritten, text);
    }

    private Optional<String> first(List<Decisive> decisive, String text) {
        BitSet all = listsIn(text);
        return decisive.stream()
                .filter(each -> each.sign().isIn(all))
                .map(Decisive::answer)
                .findFirst();
    }

    /** Whether a text surely names a lawmaker: by a longer name, or beside words such as "senator". */
    boolean namesLawmaker(String text) {
        return reader.names(text).anyMatch(name -> name.length() >= LONG_NAME)
                || (reader.names(text).findAny().isPresent()
                        && OF_AN_OFFICE.matcher(Fold.fold(text)).find());
    }

    /** Whether it's said to the bot and to nobody else, as thanks and "hold on" are. */
    boolean isToTheBot(String answer) {
        return toTheBot.contains(answer);
    }

    /** Whether people asked for something with this. Small talk asks for nothing, and a story from somebody's life may still be a cry. */
    boolean asksForSomething(String answer) {
        return !smallTalk.contains(answer);
    }

    /** The answer of the example that a text is, with a greeting before it or without; null if it's none. */
    private @Nullable String known(String text) {
        String whole = learned.exact().answer(text);
        String rest = whole == null ? GREETING.matcher(Fold.fold(text)).replaceFirst("") : "";
        String known = rest.isEmpty() ? whole : learned.exact().answer(rest);
        return known != null && questions.apart().contains(known) ? Matched.NONE : known;
    }

    /** The word lists that some words of a text are in. */
    private BitSet listsIn(String typed) {
        return reader.read(Pictures.read(typed)).all();
    }

    /** The probability of each answer in the light of what is going on, and last that of none. */
    private float[] shares(TextReader.Read read, Around around) {
        float[] shares = learned.ordinary().shares(FeatureHashing.of(read));
        int none = shares.length - 1;
        if (!around.near().isEmpty()) {
            scale(shares, i -> i == none || smallTalk.contains(answers.get(i)), LESS_TALK_AT_A_QUESTION);
        }
        if (!around.subject().isEmpty()) {
            scale(shares, i -> i < none && around.subject().contains(answers.get(i)), MORE_OF_THE_SUBJECT);
        }
        for (int i = 0; i < none; i++) {
            if (questions.apart().contains(answers.get(i))) {
                shares[none] += APART * shares[i];
                shares[i] = 0;
            }
        }
        return shares;
    }

    /** The numbers of the answers that can be given, the likeliest first. */
    private List<Integer> ranked(float[] shares) {
        return IntStream.range(0, shares.length - 1)
                .boxed()
                .filter(i -> !questions.apart().contains(answers.get(i)))
                .sorted((one, other) -> Float.compare(shares[other], shares[one]))
                .toList();
    }

    /** What a text means, if need be without words that mean nothing: "I'm scared to call tbh". */
    private Matched ordinary(String text, TextReader.Read read, Around around) {
        // Asked of the whole text: without its filler words it has lost its question mark.
        Form form = new Form(Asking.supposes(text), Asking.asks(text) || requests.intersects(read.all()));
        Matched matched = weighed(text, read, around, form);
        String folded = Fold.fold(text);
        String bare = Stream.of(folded.split(" ", -1))
                .filter(word -> !FILLERS.contains(word))
                .collect(Collectors.joining(" "));
        if (isAnswered(matched) || known(text) != null || bare.isEmpty() || bare.equals(folded)) {
            return matched;
        }
        TextReader.Read rest = reader.read(bare);
        Matched again = weighed(bare, rest, around, form);
        return isAnswered(again) ? again : matched;
    }

    private static boolean isAnswered(Matched matched) {
        return !matched.answer().equals(Matched.NONE) && !matched.answer().equals(Matched.UNSURE);
    }

    private Matched weighed(String text, TextReader.Read read, Around around, Form form) {
        float[] shares = shares(read, around);
        if (form.asks()) {
            withoutRemarks(shares);
        }
        List<Integer> ranked = ranked(shares);
        // Numbers and pictures are near nothing, so that they aren't counted as questions.
        boolean wordless = text.codePoints().noneMatch(Character::isLetter);
        List<String> likeliest = wordless
                ? List.of()
                : ranked.stream()
                        .map(answers::get)
                        .filter(id -> !smallTalk.contains(id))
                        .filter(id -> !form.reportsNothing() || !isReport(id))
                        .limit(OFFERED)
                        .toList();
        String known = known(text);
        if (known != null && !questions.ids(true).contains(known)) {
            return known.equals(Matched.NONE) ? none(0, likeliest) : Matched.clear(known, 1, false);
        }
        return wordless || ranked.isEmpty()
                ? none(0, likeliest)
                : ordinary(read, shares, ranked, likeliest, around, form);
    }

    /**
     * What asks is no remark on somebody's life. Where it mostly sounds like one, it asks nothing that the bot knows: "messi sigue jugando
     * este sábado?"
     */
    private void withoutRemarks(float[] shares) {
        IntPredicate isRemark = i -> i < answers.size() && remarks.contains(answers.get(i));
        float said = 0;
        for (int i = 0; i < shares.length; i++) {
            said += isRemark.test(i) ? shares[i] : 0;
        }
        if (said > MOSTLY_A_REMARK) {
            shares[shares.length - 1] += said;
        }
        scale(shares, isRemark, 0);
    }

    /** Makes some of the answers more or less likely. */
    private static void scale(float[] shares, IntPredicate which, float factor) {
        float sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= which.test(i) ? factor : 1;
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }

    private static Matched none(double nearness, List<String> near) {
        return new Matched(Matched.NONE, List.of(), nearness, false, false, near);
    }

    private Matched ordinary(
            TextReader.Read read, float[] shares, List<Integer> ranked, List<String> likely, Around around, Form form) {
        Set<String> near = around.near();
        float none = shares[shares.length - 1];
        if (read.words().isEmpty()) {
            return none(0, likely);
        }
        int talk = first(ranked, true);
        int best = first(ranked, false);
        float nearest = likely.isEmpty() ? 0 : shares[answers.indexOf(likely.get(0))];
        float beside = none + talkIn(shares);
        if (best < 0 || (beside >= NONE && beside >= shares[best])) {
            // A small answer to small talk does no harm, and offering it would be silly.
            return talk >= 0 && shares[talk] > none && shares[talk] >= (near.isEmpty() ? TALK : WORTH_AT_A_QUESTION)
                    ? Matched.clear(answers.get(talk), shares[talk], false)
                    : none(nearest, likely);
        }
        List<String> offered = ranked.stream()
                .filter(i -> shares[i] >= WORTH && !smallTalk.contains(answers.get(i)))
                .filter(i -> !form.reportsNothing() || !isReport(answers.get(i)))
                .limit(OFFERED)
                .map(answers::get)
                .toList();
        String likeliest = answers.get(best);
        boolean isAround = !near.isEmpty() || around.subject().contains(likeliest);
        if (neverAnswered.intersects(read.all())
                || offered.isEmpty()
                || shares[best] < (isAround ? WORTH_AT_A_QUESTION : ASK)) {
            return none(neverAnswered.intersects(read.all()) ? 0 : nearest, likely);
        }
        double clear = around.subject().contains(likeliest)
                ? CLEAR_AT_A_QUESTION
                : near.isEmpty() ? CLEAR : near.contains(likeliest) ? form.clearAsReport() : CLEAR_AT_A_QUESTION;
        return shares[best] >= clear
                ? Matched.clear(likeliest, shares[best], false)
                : new Matched(Matched.UNSURE, offered, shares[best], false, false, likely);
    }

    /** The likeliest answer that is, or isn't, small talk; -1 if there's none. */
    private int first(List<Integer> ranked, boolean isSmallTalk) {
        return ranked.stream()
                .filter(i -> smallTalk.contains(answers.get(i)) == isSmallTalk)
                .findFirst()
                .orElse(-1);
    }

    /** How likely it is that a text is small talk of any kind. */
    private float talkIn(float[] shares) {
        float sum = 0;
        for (int i = 0; i < answers.size(); i++) {
            sum += smallTalk.contains(answers.get(i)) ? shares[i] : 0;
        }
        return sum;
    }
}
