package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;
import org.junit.jupiter.api.Test;

/** Measures the matcher, and writes QUESTIONS.md; with {@code -Dquestions.write=true} into the file, else to compare with it. */
class LabelledQuestionsTest {

    private static final Path PAGE = Path.of("QUESTIONS.md");

    private static final String INTRODUCTION = """
            # How well questions are understood

            `labelled.tsv` holds questions written from ids and titles alone, before there was an example or a matcher. Their checksum
            puts each into the half that the matcher may be tuned by or into the half that measures it. `rehearsal.tsv` was written to
            tune by and is learned from by now, but for its calm lines. An answer that is only offered counts half; one danger taken
            for the other is missed. Asking back about off-topic words counts as answering them; a small answer ("That's outside what I
            know") and the line that offers help don't, and since November 28, 2026, it counts as right. "Taken for danger" means that
            the card was shown.

            ## What unseen questions gave

            A set measures once: when it has been opened, anyone who fixes what it showed has seen it. So after each opening that fell
            short a new set was written and committed before anything was changed, and these are the numbers of the first look:

            | set | number | right | danger missed | others taken for danger | off-topic answered |
            |---|---|---|---|---|---|
            | allowed | | at least 90 % | 0 | 5 % | 5 % |
            | test half of `labelled.tsv` | 311 | 94.7 % | 0 of 92 | 1.8 % | **8.3 %** |
            | `sealed.tsv` | 231 | 91.3 % | **5 of 70** | 1.2 % | **6.8 %** |
            | `sealed-again.tsv` | 139 | 92.8 % | **5 of 60** | 0.0 % | 4.0 % |
            | a last batch, now in the rehearsal | 79 | 96.8 % | **1 of 44** | 2.9 % | 3.4 % |
            | 3,563 questions of a second author | 3563 | **66.1 %** | **526 of 1926** | **25.0 %** | **31.5 %** |
            | everyday questions of a third author | 420 | 96.5 % | **1 of 160** | 1.9 % | **9.0 %** |
            | the same author, misspelled and mixed | 422 | 93.1 % | **2 of 160** | 3.4 % | **9.0 %** |
            | the same author, roundabout | 420 | **89.6 %** | **1 of 160** | **6.5 %** | **23.0 %** |
            | a fourth author, mixed | 405 | 97.3 % | **1 of 160** | 2.0 % | **8.0 %** |
            | a sixth author, mixed | 405 | 98.3 % | 0 of 160 | 1.6 % | **7.0 %** |
            | a seventh author, danger and off-topic alone | 140 | 98.6 % | 0 of 60 | 1.2 % | 2.5 % |

            One author wrote the rules and the first four sets and shares habits of speech with himself. The second author wrote
            to trip the bot up: cries for help in the middle of small talk, off-topic lines full of agents and knocking, danger
            told without a word of danger. Those questions became examples (`examples.tsv`), and the classifier weighs everything,
            signs of danger too, before the third author's sets were opened; the matcher of before would have missed 41 of their
            480 cries for help. Then these sets, and lines of a fifth author that only look like danger, became examples as well,
            before the fourth author's set was opened, and that one before the sixth author's. All but the seventh author's are
            learned from by now.

            The last two sets missed no cry for help, and the last one met every bound; but it is small, and of off-topic lines
            that share words with the campaign on purpose more are answered. Expect a cry for help in some hundreds to be missed.

            This page is written by a test, so do not edit it:
            `mvn -q test -pl content -am -Dtest=LabelledQuestionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dquestions.write=true`
            writes it anew. Ask the bot yourself by `./bot ask QUESTION`.

            ## What the same questions give now

            These lines only guard against going back.

            | questions | number | right | danger missed | others taken for danger | off-topic answered |
            |---|---|---|---|---|---|
            """;

    private static final List<LabelledQuestion> LABELLED = LabelledQuestion.of("labelled.tsv");
    private static final List<LabelledQuestion> REHEARSAL = LabelledQuestion.of("rehearsal.tsv");

    private final Tally tune = tally(LABELLED.stream().filter(LabelledQuestion::tunes));
    private final Tally test = tally(LABELLED.stream().filter(question -> !question.tunes()));
    private final Tally sealed =
            tally(Stream.of("sealed.tsv", "sealed-again.tsv").flatMap(file -> LabelledQuestion.of(file).stream()));
    private final Tally rehearsal =
            tally(REHEARSAL.stream().filter(question -> !question.answer().equals("calm")));

    private static Tally tally(Stream<LabelledQuestion> questions) {
        return new Tally(ShippedQuestions.MATCHER, questions.toList());
    }

    @Test
    void nineOfTenQuestionsAreUnderstood() {
        assertThat(LABELLED).hasSizeGreaterThanOrEqualTo(400);
        assertThat(sealed.right()).isGreaterThanOrEqualTo(0.9);
        assertThat(test.right()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void noCryForHelpIsMissed() {
        assertThat(sealed.missed()).isEmpty();
        assertThat(test.missed()).isEmpty();
        assertThat(tune.missed()).isEmpty();
        assertThat(rehearsal.missed()).isEmpty();
    }

    @Test
    void fewOthersAreTakenForDanger() {
        assertThat(sealed.falseAlarms()).isLessThanOrEqualTo(0.05);
        assertThat(test.falseAlarms()).isLessThanOrEqualTo(0.05);
        assertThat(rehearsal.falseAlarms()).isLessThanOrEqualTo(0.05);
        assertThat(List.of(sealed.helpOffered(), test.helpOffered(), rehearsal.helpOffered()))
                .allSatisfy(share -> assertThat(share).isLessThanOrEqualTo(0.07));
    }

    @Test
    void wordsAboutTheSubjectThatSoundLikeDangerMostlyAreNot() {
        List<LabelledQuestion> calm = REHEARSAL.stream()
                .filter(question -> question.answer().equals("calm"))
                .toList();

        assertThat(tally(calm.stream()).falseAlarms()).isLessThanOrEqualTo(0.1);
    }

    @Test
    void offTopicIsLeftUnanswered() {
        assertThat(sealed.offTopicAnswered()).isLessThanOrEqualTo(0.05);
        assertThat(test.offTopicAnswered()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void noLabelledQuestionIsAnExampleOfTheAuthors() {
        List<String> examples = ShippedQuestions.MATCHER.questions().examples().stream()
                .map(example -> Fold.fold(example.text()))
                .filter(example -> example.split(" ", -1).length > 3)
                .toList();

        assertThat(Stream.of("labelled.tsv", "sealed.tsv", "sealed-again.tsv")
                        .flatMap(file -> LabelledQuestion.of(file).stream())
                        .map(question -> Fold.fold(question.text()))
                        .filter(examples::contains))
                .isEmpty();
    }

    @Test
    void thePageShowsTheNumbersAsTheyAre() throws IOException {
        String page = INTRODUCTION
                + sealed.summary("both sealed sets")
                + test.summary("test half")
                + tune.summary("tune half")
                + rehearsal.summary("rehearsal, learned from")
                + confusions("the sealed sets", sealed)
                + confusions("the test half", test);

        if (Boolean.getBoolean("questions.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String confusions(String name, Tally tally) {
        return "\n## Confusions of " + name + "\n\n| wanted | times | found | taken for |\n|---|---|---|---|\n"
                + tally.confusion();
    }
}
