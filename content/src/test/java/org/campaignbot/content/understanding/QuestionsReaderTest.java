package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.content.Problem;
import org.campaignbot.content.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsReaderTest {

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void examplesWordsAndSignsAreRead() throws IOException {
        Questions questions = read(
                "answers: {help: {urgent: yes}, tea: {leads-to: [cup/tea]}}\nsigns:\n  help:\n    - fire + near unless joke\n",
                """
                titles:
                  tea: Tea
                examples:
                  tea: |
                    a cup of tea
                    something hot, please
                words:
                  fire: fire, burn*
                danger:
                  near: my [house]
                  house: house
                  joke: on the grill
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(questions.answers())
                .containsExactly(
                        new Questions.Answer("help", true, true, false, false, false, false, false, false, List.of()),
                        new Questions.Answer(
                                "tea", false, true, false, false, false, false, false, false, List.of("cup/tea")));
        assertThat(questions.examples()).extracting(Questions.Example::text).contains("something hot, please");
        assertThat(questions.words().get("fire")).containsExactly("fire", "burn*");
        assertThat(questions.danger()).containsExactlyInAnyOrder("near", "house", "joke");
        assertThat(questions.signs())
                .containsExactly(new Questions.Sign("help", List.of("fire", "near"), List.of("joke")));
    }

    @Test
    void wordsThatDecideAndQuestionsInsideReportsAreRead() throws IOException {
        Questions questions = read(
                "answers: {tea: {}}\nplain: joke\ndenies: nobody\nasides: asking\ndecisive: {tea: thirst unless joke}\n",
                """
                examples: {tea: a cup of tea}
                parts: {thirst: so thirsty, joke: on the grill, asking: is that ok, nobody: nobody burns}
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(questions.decisive()).containsExactly(new Questions.Sign("tea", List.of("thirst"), List.of("joke")));
        assertThat(questions.asides()).containsExactly("asking");
        assertThat(questions.plain()).containsExactly("joke");
        assertThat(questions.denies()).containsExactly("nobody");
        assertThat(questions.unlearned()).containsExactlyInAnyOrder("thirst", "joke", "asking", "nobody");
    }

    @Test
    void tablesAddExamplesAndTheirFaultsAreToldByTheirLine() throws IOException {
        Files.createDirectories(folder.resolve("questions"));
        Files.writeString(
                folder.resolve("questions/examples.tsv"),
                "# answer, language, question\ntea\ten\tsomething to drink\n\ncoffee\ten\ta mug\ntea a cup\n");
        Files.writeString(folder.resolve("questions/more.tsv"), "tea\ten\ta brew\n");
        Questions questions = read("answers: {tea: {}}\n", "examples: {tea: a cup of tea}\n");

        assertThat(questions.examples())
                .contains(
                        new Questions.Example("tea", "something to drink"),
                        new Questions.Example("tea", "a brew"),
                        new Questions.Example("tea", "a cup of tea"));
        assertThat(problems.sorted())
                .extracting(Problem::line, Problem::message)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(4, "there is no answer \"coffee\""),
                        org.assertj.core.groups.Tuple.tuple(5, "this must be an answer, a language and a question"));
    }

    @Test
    void aTableTellsWhatIsSaidToTheBotFromWhatBelongsInALetter() throws IOException {
        Files.createDirectories(folder.resolve("questions"));
        Files.writeString(
                folder.resolve("questions/while-writing.tsv"),
                "bot\ten\twho reads this\ntext\ten\tmy kids are scared\nletter\ten\tI am, too\nbot\ten\n");
        Questions questions = read("answers: {tea: {}}\n", "examples: {tea: a cup of tea}\n");

        assertThat(questions.writings())
                .containsExactly(
                        new Questions.Writing("who reads this", true),
                        new Questions.Writing("my kids are scared", false));
        assertThat(questions.examples()).hasSize(1);
        assertThat(problems.sorted())
                .extracting(Problem::line, Problem::message)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(3, "there is no \"letter\" here"),
                        org.assertj.core.groups.Tuple.tuple(
                                4, "this must be bot or text, a language and what was typed"));
    }

    @Test
    void aNameThatIsNowhereIsToldWhereItStands() throws IOException {
        read("answers: {tea: {}}\nsigns:\n  tea:\n    - fier\n", """
                examples:
                  tee: |
                    hot water
                words:
                  fire: my [hous]
                  house: house
                """);

        assertThat(problems.sorted())
                .extracting(Problem::line, Problem::message)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(4, "there is no list of words \"fier\""),
                        org.assertj.core.groups.Tuple.tuple(2, "there is no answer \"tee\""),
                        org.assertj.core.groups.Tuple.tuple(5, "there is no list of words \"hous\""));
        assertThat(problems.sorted()).extracting(Problem::fix).contains("did you mean \"tea\"?");
    }

    @Test
    void whatIsOfTheWrongKindIsAProblemAndNoFailure() throws IOException {
        Stream.of(
                        "",
                        "[]",
                        "words",
                        "answers: [a]",
                        "answers: {a: b}",
                        "signs: {a: {b: c}}",
                        "answers: {a: {x: y}}",
                        "}{")
                .forEach(text -> {
                    try {
                        read(text, text);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });

        assertThat(problems.sorted()).isNotEmpty();
    }

    @Test
    void aFolderWithoutQuestionsHasNone() {
        assertThat(new QuestionsReader(problems).read(List.of(folder)).answers())
                .isEmpty();
        assertThat(problems.sorted()).isEmpty();
    }

    private Questions read(String answers, String english) throws IOException {
        Path questions = Files.createDirectories(folder.resolve("questions"));
        Files.writeString(questions.resolve("answers.yaml"), answers);
        Files.writeString(questions.resolve("en.yaml"), english);
        return new QuestionsReader(problems).read(List.of(folder));
    }
}
