package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Fold;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

/**
 * Holds how sure is sure: on sentences of other authors with the shipped matcher, and on a third of the examples with a matcher
 * that learned from the rest. The third is made of blocks of eight neighbors, so that no line is judged by its sister.
 */
class CryDetectorTest {

    private static final int BLOCK = 8;

    private static final Set<String> BESIDE_THE_POINT = Set.of(
            Matched.NONE, "chat-wait", "chat-story", "chat-aside", "chat-heavy", "chat-opinion", "chat-off-topic");

    /** What only somebody asks who needs help, such as "el consulado lo puede buscar": the line of help is right below it. */
    private static final Set<String> OF_HELP =
            Set.of("q-911", "q-at-the-door", "q-consulate", "q-held", "q-hotline", "q-medicine");

    private static final Questions ALL = ShippedQuestions.MATCHER.questions();
    private static final List<Questions.Example> HELD_OUT = new ArrayList<>();
    private static final QuestionMatcher REST = rest();

    private record Sentence(boolean cry, Language language, String text) {}

    private static QuestionMatcher rest() {
        List<Questions.Example> learned = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Questions.Example example : ALL.examples()) {
            int number = seen.merge(example.answer(), 1, Integer::sum) - 1;
            (number / BLOCK % 3 == 2 ? HELD_OUT : learned).add(example);
        }
        Set<String> texts = learned.stream().map(each -> Fold.fold(each.text())).collect(Collectors.toSet());
        HELD_OUT.removeIf(each -> texts.contains(Fold.fold(each.text())));
        return QuestionMatcher.of(
                new Questions(
                        ALL.answers(),
                        ALL.apart(),
                        learned,
                        ALL.writings(),
                        ALL.titles(),
                        ALL.words(),
                        ALL.danger(),
                        ALL.signs(),
                        ALL.faintSigns(),
                        ALL.neverAnswered(),
                        ALL.requests(),
                        ALL.decisive(),
                        ALL.plain(),
                        ALL.denies(),
                        ALL.alike(),
                        ALL.done(),
                        ALL.asides(),
                        ALL.unlearned(),
                        ALL.whileWriting(),
                        ALL.onceWritten(),
                        ALL.parts(),
                        ALL.followUps()),
                ShippedQuestions.PACK);
    }

    @Test
    void eachCryOfOtherAuthorsIsHeardAndNearlyEachShowsTheCard() {
        List<Sentence> cries = sentences(Sentence::cry);

        assertThat(cries.stream().filter(each -> !shipped(each).urgent()).map(Sentence::text))
                .isEmpty();
        assertThat(share(cries, each -> shipped(each).sure())).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void whatCallersTypeSeldomShowsCardOrLine() {
        List<Sentence> ordinary = sentences(each -> !each.cry());

        assertThat(share(ordinary, each -> shipped(each).sure())).isLessThanOrEqualTo(0.03);
        assertThat(share(ordinary, each -> shipped(each).urgent())).isLessThanOrEqualTo(0.07);
    }

    @Test
    void heldOutCriesAreHeard() {
        List<Questions.Example> cries =
                HELD_OUT.stream().filter(each -> isCry(each)).toList();

        assertThat(share(cries, each -> unseen(each).urgent())).isGreaterThanOrEqualTo(0.97);
        assertThat(share(cries, each -> unseen(each).sure())).isGreaterThanOrEqualTo(0.88);
    }

    @Test
    void heldOutOrdinarySentencesSeldomAlarm() {
        List<Questions.Example> ordinary = HELD_OUT.stream()
                .filter(each -> !isCry(each) && !isBesideThePoint(each) && !OF_HELP.contains(each.answer()))
                .toList();

        assertThat(share(ordinary, each -> unseen(each).sure())).isLessThanOrEqualTo(0.02);
        assertThat(share(ordinary, each -> unseen(each).urgent())).isLessThanOrEqualTo(0.07);
    }

    @Test
    void heldOutTalkThatSoundsLikeDangerMostlyShowsNoCard() {
        List<Questions.Example> none =
                HELD_OUT.stream().filter(CryDetectorTest::isBesideThePoint).toList();

        assertThat(share(none, each -> unseen(each).sure())).isLessThanOrEqualTo(0.1);
        // A third of it was written to be hard to tell from cries. A line costs less than a cry that nobody hears.
        assertThat(share(none, each -> unseen(each).urgent())).isLessThanOrEqualTo(0.3);
    }

    /** By a writer who knew nothing of the examples: "yeah me and my nana in the apartments by the school". */
    @Test
    void answersToWhereSomebodyLivesSeldomShowTheCard() {
        List<String> answers = lines("home-answers.txt");

        assertThat(share(
                        answers,
                        each -> atHome(ShippedQuestions.MATCHER, each) instanceof Understanding.Urgent cry
                                && cry.sure()))
                .isLessThanOrEqualTo(0.03);
        assertThat(share(answers, each -> atHome(ShippedQuestions.MATCHER, each) instanceof Understanding.Urgent))
                .isLessThanOrEqualTo(0.35);
    }

    @Test
    void heldOutCriesWhereAPlaceWasAskedForAreHeard() {
        List<String> cries = HELD_OUT.stream()
                .filter(CryDetectorTest::isCry)
                .map(Questions.Example::text)
                .toList();

        assertThat(share(cries, each -> atHome(REST, each) instanceof Understanding.Urgent))
                .isGreaterThanOrEqualTo(0.965);
        assertThat(share(cries, each -> atHome(REST, each) instanceof Understanding.Urgent cry && cry.sure()))
                .isGreaterThanOrEqualTo(0.74);
    }

    /** What a text means at the question where somebody lives. */
    private static Understanding.Meaning atHome(QuestionMatcher matcher, String text) {
        return new QuestionUnderstanding(matcher, ShippedCampaign.PACK)
                .read(text, Language.ENGLISH, new Understanding.Context("home", false));
    }

    /** Whether an example asks for nothing: among these are all that only sound like danger. */
    private static boolean isBesideThePoint(Questions.Example example) {
        return BESIDE_THE_POINT.contains(example.answer());
    }

    private static boolean isCry(Questions.Example example) {
        return ALL.ids(true).contains(example.answer());
    }

    private static Matched shipped(Sentence sentence) {
        return ShippedQuestions.MATCHER.match(sentence.text());
    }

    private static Matched unseen(Questions.Example example) {
        return REST.match(example.text());
    }

    private static <T> double share(List<T> all, Predicate<T> counted) {
        return (double) all.stream().filter(counted).count() / all.size();
    }

    private static List<Sentence> sentences(Predicate<Sentence> wanted) {
        return lines("alarm.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Sentence(cells[0].equals("cry"), new Language(cells[1]), cells[2]))
                .filter(wanted)
                .toList();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/questions", file)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
