package org.campaignbot.content.understanding;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.PackFolders;
import org.campaignbot.flow.Flow;
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

    /** At this probability it counts as danger: a false alarm costs a moment, a miss may cost far more. */
    private static final double DANGER = 0.3;

    /** At this probability a strong sign makes it danger. */
    private static final double SIGNED = 0.15;

    /** At this probability a danger is the one that a phrase of danger means. */
    private static final double SURE = 0.75;

    /** At this probability an answer is given at once. */
    private static final double CLEAR = 0.4;

    /** If "none" is below this probability, and another answer is worth it, the bot asks back. */
    private static final double NONE = 0.4;

    /** Below this probability an answer isn't worth offering. */
    private static final double WORTH = 0.12;

    /** If even the likeliest answer is below this, asking back would only confuse people. */
    private static final double ASK = 0.3;

    /** If "none" has at least this probability, a phrase of danger in a longer text means something else: a lawyer for a divorce. */
    private static final double HARMLESS = 0.85;

    /** A text of at least this many words shows what a phrase in it is about. */
    private static final int TELLING = 5;

    private static final int OFFERED = 3;

    private final Questions questions;
    private final TextReader reader;
    private final Danger danger;
    private final BitSet neverAnswered;
    private final Phrases urgentPhrases = new Phrases();
    private final PackWords packWords;
    private final Learned learned;

    private QuestionMatcher(Questions questions, Pack pack, @Nullable Learned kept) {
        this.questions = questions;
        WordLists lists = new WordLists();
        // Assign numbers by name, so that the order in which files are read doesn't matter.
        questions.words().keySet().stream().sorted().forEach(lists::number);
        questions.words().forEach((list, entries) -> entries.forEach(entry -> lists.add(list, entry)));
        this.danger = new Danger(questions, lists);
        this.neverAnswered = lists.numbers(questions.neverAnswered());
        // By name, so that of two phrases of one length the same one counts whichever kit its flow is in.
        pack.flows().values().stream()
                .sorted(Comparator.comparing(Flow::name))
                .forEach(flow -> flow.urgent()
                        .values()
                        .forEach(phrases -> phrases.forEach(each -> urgentPhrases.add(each, flow.name()))));
        this.packWords = new PackWords(pack);
        boolean fits = kept != null
                && kept.classifier().classes() == questions.answers().size() + 1;
        this.learned = fits ? Objects.requireNonNull(kept) : Learned.from(questions, lists, danger);
        this.reader = TextReader.of(questions, lists, learned.vocabulary());
    }

    /** A matcher, and the problems in the files it was made from. */
    public record Result(QuestionMatcher matcher, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads the questions of a campaign and of its kits, and trains a matcher on them.
     *
     * @param content the folder that contains {@code campaigns/} and {@code kits/}
     * @param pack the campaign's pack, for the urgent phrases of its flows
     */
    public static Result read(Path content, Pack pack) {
        return read(content, pack, null);
    }

    /**
     * Reads the questions of a campaign, and trains a matcher unless the result for exactly the same files is stored.
     *
     * @param content the folder that contains {@code campaigns/} and {@code kits/}
     * @param pack the campaign's pack, for the urgent phrases of its flows
     * @param kept the folder to store what was learned in, created if it's missing; null to store nothing
     */
    public static Result read(Path content, Pack pack, @Nullable Path kept) {
        List<Path> folders = PackFolders.of(content, pack.id(), new Problems());
        LearnedFile file = kept == null
                ? null
                : LearnedFile.of(
                        kept,
                        pack.id(),
                        Stream.concat(folders.stream(), QuestionsReader.toldApartFrom(folders).stream())
                                .toList());
        Learned learned = file == null ? null : file.read();
        Problems problems = new Problems();
        Questions questions = new QuestionsReader(problems).read(folders, learned == null);
        List<Problem> found = problems.sorted();
        QuestionMatcher matcher = new QuestionMatcher(questions, pack, learned);
        if (file != null && learned == null && found.isEmpty()) {
            file.write(matcher.learned());
        }
        return new Result(matcher, found);
    }

    private Learned learned() {
        return learned;
    }

    Questions questions() {
        return questions;
    }

    /** Matches a text in any language; the conversation's language makes no difference so far. */
    public Matched match(String text, Language language) {
        TextReader.Read read = reader.read(text);
        BitSet signs = danger.signsIn(read.all());
        float[] shares = learned.classifier().shares(FeatureHashing.of(read, signs));
        int none = shares.length - 1;
        for (int i = 0; i < none; i++) {
            if (questions.apart().contains(answer(i).id())) {
                shares[none] += shares[i];
                shares[i] = 0;
            }
        }
        List<Integer> ranked = IntStream.range(0, none)
                .boxed()
                .filter(i -> !questions.apart().contains(answer(i).id()))
                .sorted((one, other) -> Float.compare(shares[other], shares[one]))
                .toList();
        List<Integer> calm = ranked.stream().filter(i -> !answer(i).urgent()).toList();
        Matched urgent = urgent(text, read, signs, shares, ranked);
        if (urgent != null) {
            return urgent;
        }
        // Numbers and pictures are near nothing, so that they aren't counted as questions.
        boolean wordless = text.codePoints().noneMatch(Character::isLetter);
        String nearest =
                calm.isEmpty() || wordless ? Matched.NONE : answer(calm.get(0)).id();
        String known = known(text);
        if (known != null) {
            List<String> offered = known.equals(Matched.NONE) ? List.of() : List.of(known);
            return new Matched(known, offered, 1, false, known.equals(Matched.NONE) ? nearest : known);
        }
        return calm.isEmpty()
                ? new Matched(Matched.NONE, List.of(), 1, false, nearest)
                : calm(read, shares, calm, nearest);
    }

    /** The answer of the example that a text is; null if it's none. */
    private @Nullable String known(String text) {
        String known = learned.exact().answer(text);
        return known != null && questions.apart().contains(known) ? Matched.NONE : known;
    }

    private boolean isUrgent(String id) {
        return questions.answers().stream()
                .anyMatch(answer -> answer.urgent() && answer.id().equals(id));
    }

    private @Nullable Matched urgent(
            String text, TextReader.Read read, BitSet signs, float[] shares, List<Integer> ranked) {
        List<Integer> dangers = ranked.stream().filter(i -> answer(i).urgent()).toList();
        double share = dangers.stream().mapToDouble(i -> shares[i]).sum();
        List<String> words = List.of(Fold.fold(text).split(" ", -1));
        boolean harmless = words.size() >= TELLING && shares[shares.length - 1] >= HARMLESS;
        Phrases.Found phrase = harmless || danger.deniedIn(read.all()) ? null : urgentPhrases.longest(words, 1);
        if (phrase != null) {
            // A phrase says that there is danger; if the whole text is clear, it says better which of the two it is.
            boolean clear = !dangers.isEmpty() && shares[dangers.get(0)] >= SURE;
            return urgent(clear ? answer(dangers.get(0)).id() : phrase.flow(), 1);
        }
        if (packWords.are(Fold.fold(text))) {
            return null;
        }
        String known = known(text);
        if (known != null) {
            return isUrgent(known) ? urgent(known, 1) : null;
        }
        // A single word resembles many things: a town that no example names isn't danger.
        double least = danger.strong(signs) ? SIGNED : words.size() == 1 ? SURE : DANGER;
        return share >= least ? urgent(answer(dangers.get(0)).id(), share) : null;
    }

    private static Matched urgent(String id, double confidence) {
        return new Matched(id, List.of(id), confidence, true, id);
    }

    private Matched calm(TextReader.Read read, float[] shares, List<Integer> calm, String nearest) {
        float none = shares[shares.length - 1];
        float best = shares[calm.get(0)];
        String likeliest = answer(calm.get(0)).id();
        List<String> offered = calm.stream()
                .filter(i -> shares[i] >= WORTH)
                .limit(OFFERED)
                .map(i -> answer(i).id())
                .toList();
        boolean nothing = read.words().isEmpty()
                || neverAnswered.intersects(read.all())
                || offered.isEmpty()
                || best < ASK
                || (none >= NONE && none >= best);
        if (nothing) {
            return new Matched(Matched.NONE, List.of(), none, false, nearest);
        } else if (best >= CLEAR && best > none) {
            return new Matched(likeliest, List.of(likeliest), best, false, likeliest);
        }
        return new Matched(Matched.UNSURE, offered, best, false, likeliest);
    }

    private Questions.Answer answer(int number) {
        return questions.answers().get(number);
    }
}
