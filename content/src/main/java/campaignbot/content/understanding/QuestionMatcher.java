package campaignbot.content.understanding;

import campaignbot.content.Problem;
import campaignbot.content.problem.Problems;
import campaignbot.flow.Flow;
import campaignbot.flow.Fold;
import campaignbot.flow.Pack;
import campaignbot.people.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the answer that a free question wants, among those of a campaign. Immutable, so safe for use by several threads.
 *
 * <p>Signs of danger come first; then a linear classifier, trained on the authors' examples when the matcher is made. The
 * same text always gets the same answer.
 */
public final class QuestionMatcher {

    /** From this probability of danger on, danger it is: a false alarm costs a moment, a miss may cost far more. */
    private static final double DANGER = 0.18;

    /** How sure a faint sign is. */
    private static final double FAINT = 0.5;

    /** An answer this likely speaks against a faint sign of danger. */
    private static final double CALM = 0.7;

    /** An answer this likely is given at once. */
    private static final double CLEAR = 0.5;

    /** Where none is less likely than this, and something else is worth it, the bot asks back. */
    private static final double NONE = 0.4;

    /** An answer less likely than this is not worth offering. */
    private static final double WORTH = 0.15;

    private static final int OFFERED = 3;

    private final Questions questions;
    private final TextReader reader;
    private final Danger danger;
    private final BitSet neverAnswered;
    private final Phrases urgentPhrases = new Phrases();
    private final Classifier classifier;

    QuestionMatcher(Questions questions, Pack pack) {
        this.questions = questions;
        WordLists lists = new WordLists();
        // Numbers by name, so that the order in which files are read changes nothing.
        questions.words().keySet().stream().sorted().forEach(lists::number);
        questions.words().forEach((list, entries) -> entries.forEach(entry -> lists.add(list, entry)));
        this.danger = new Danger(questions, lists);
        this.neverAnswered = lists.numbers(questions.neverAnswered());
        this.reader = TextReader.of(questions, lists);
        for (Flow flow : pack.flows().values()) {
            flow.urgent().values().forEach(phrases -> phrases.forEach(each -> urgentPhrases.add(each, flow.name())));
        }
        this.classifier = classifier();
    }

    /** A matcher, and what is wrong in the files it was made from. */
    public record Result(QuestionMatcher matcher, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads the questions of a campaign and of what it inherits, and trains a matcher on them.
     *
     * @param content the folder that has {@code campaigns/} in it
     * @param pack the campaign's pack, for the urgent phrases of its flows
     */
    public static Result read(Path content, Pack pack) {
        Problems problems = new Problems();
        List<Path> folders = QuestionsReader.layers(content.resolve("campaigns"), pack.id());
        Questions questions = new QuestionsReader(problems).read(folders);
        return new Result(new QuestionMatcher(questions, pack), problems.sorted());
    }

    private Classifier classifier() {
        List<String> ids =
                questions.answers().stream().map(Questions.Answer::id).toList();
        List<Features> features = new ArrayList<>();
        List<Integer> wanted = new ArrayList<>();
        for (Questions.Example example : questions.examples()) {
            int number = example.answer().equals(Matched.NONE) ? ids.size() : ids.indexOf(example.answer());
            if (number >= 0) {
                features.add(Features.of(reader.read(example.text())));
                wanted.add(number);
            }
        }
        int[] numbers = wanted.stream().mapToInt(Integer::intValue).toArray();
        return Classifier.trained(features, numbers, ids.size() + 1);
    }

    Questions questions() {
        return questions;
    }

    /** What a text means, in whatever language it is; the one being spoken changes nothing so far. */
    public Matched match(String text, Language language) {
        TextReader.Read read = reader.read(text);
        float[] shares = new float[questions.answers().size() + 1];
        classifier.shares(Features.of(read), shares);
        List<Integer> ranked = IntStream.range(0, shares.length - 1)
                .boxed()
                .sorted((one, other) -> Float.compare(shares[other], shares[one]))
                .toList();
        List<Integer> calm = ranked.stream().filter(i -> !answer(i).urgent()).toList();
        Matched urgent = urgent(text, read, shares, ranked, calm.isEmpty() ? 0 : shares[calm.get(0)]);
        return urgent != null ? urgent : calm(read, shares, calm);
    }

    private @Nullable Matched urgent(
            String text, TextReader.Read read, float[] shares, List<Integer> ranked, float likeliestCalm) {
        String sign = danger.signIn(read.all());
        if (sign != null) {
            return urgent(sign, 1);
        }
        if (danger.deniedIn(read.all())) {
            return null;
        }
        Phrases.Found phrase = urgentPhrases.longest(List.of(Fold.fold(text).split(" ", -1)), 1);
        if (phrase != null) {
            return urgent(phrase.flow(), 1);
        }
        List<Integer> dangers = ranked.stream().filter(i -> answer(i).urgent()).toList();
        double share = dangers.stream().mapToDouble(i -> shares[i]).sum();
        String faint = danger.faintSignIn(read.all());
        if (share >= DANGER) {
            return urgent(faint != null ? faint : answer(dangers.get(0)).id(), share);
        }
        return faint == null || likeliestCalm >= CALM ? null : urgent(faint, FAINT);
    }

    private static Matched urgent(String id, double confidence) {
        return new Matched(id, List.of(id), confidence, true, id);
    }

    private Matched calm(TextReader.Read read, float[] shares, List<Integer> calm) {
        float none = shares[shares.length - 1];
        if (calm.isEmpty()) {
            return new Matched(Matched.NONE, List.of(), 1, false, Matched.NONE);
        }
        float best = shares[calm.get(0)];
        String nearest = answer(calm.get(0)).id();
        List<String> offered = calm.stream()
                .filter(i -> shares[i] >= WORTH)
                .limit(OFFERED)
                .map(i -> answer(i).id())
                .toList();
        boolean nothing = read.subjects().isEmpty()
                || neverAnswered.intersects(read.all())
                || offered.isEmpty()
                || (none >= NONE && none >= best);
        if (nothing) {
            return new Matched(Matched.NONE, List.of(), none, false, nearest);
        } else if (best >= CLEAR && best > none) {
            return new Matched(nearest, List.of(nearest), best, false, nearest);
        }
        return new Matched(Matched.UNSURE, offered, best, false, nearest);
    }

    private Questions.Answer answer(int number) {
        return questions.answers().get(number);
    }
}
