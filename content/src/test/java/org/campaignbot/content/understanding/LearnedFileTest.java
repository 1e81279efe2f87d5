package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedFileTest {

    @TempDir
    private Path folder;

    private Path kept;
    private Path program;

    @BeforeEach
    void writeACampaign() throws IOException {
        program = folder.resolve("caches/learned");
        kept = folder.resolve("data/learned");
        Files.createDirectories(folder.resolve("campaigns/tea/questions"));
        Files.writeString(folder.resolve("campaigns/tea/questions/answers.yaml"), "answers: {tea: {}, cup: {}}\n");
        examples("a cup of tea", "a mug");
    }

    @Test
    void whatWasKeptAnswersLikeWhatWasLearned() throws IOException {
        Matched learned = ask("tea please");
        Path file = kept.resolve("tea.bin");
        byte[] bytes = Files.readAllBytes(file);

        assertThat(ask("tea please")).isEqualTo(learned);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void changedQuestionsAreLearnedAnew() throws IOException {
        assertThat(ask("a mug").answer()).isEqualTo("cup");
        examples("a mug", "a cup of tea");
        assertThat(ask("a mug").answer()).isEqualTo("tea");
    }

    @Test
    void aSpoiltFileIsAsGoodAsNone() throws IOException {
        Matched learned = ask("tea please");
        Path file = kept.resolve("tea.bin");
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 20, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            assertThat(ask("tea please")).isEqualTo(learned);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenHindersNothing() throws IOException {
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "a file where the folder should be");
        assertThat(ask("a mug").answer()).isEqualTo("cup");
    }

    @Test
    void anInstallationWithNewDataTakesWhatIsKeptBesideTheProgram() throws IOException {
        Matched learned = ask("tea please");
        kept = folder.resolve("other/learned");
        assertThat(ask("tea please")).isEqualTo(learned);
        assertThat(kept).as("it wasn't learned again").doesNotExist();
        examples("a mug", "a cup of tea");
        assertThat(ask("a mug").answer()).isEqualTo("tea");
        assertThat(kept.resolve("tea.bin")).exists();
    }

    @Test
    void anOlderInstallationBringsItsOwnBesideTheProgram() throws IOException {
        ask("a mug");
        byte[] bytes = Files.readAllBytes(kept.resolve("tea.bin"));
        Files.delete(program.resolve("tea.bin"));
        ask("a mug");
        assertThat(Files.readAllBytes(program.resolve("tea.bin"))).isEqualTo(bytes);
    }

    @Test
    void otherAccountsCanReadOnlyTheFileBesideTheProgram() throws IOException {
        ask("a mug");
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program.resolve("tea.bin"))))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.resolve("tea.bin"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theFileHoldsNoQuestion() throws IOException {
        examples("a cup of tea for grandmother", "a mug");
        ask("a mug");
        assertThat(new String(
                        Files.readAllBytes(kept.resolve("tea.bin")), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("cup of tea for");
    }

    private void examples(String tea, String cup) throws IOException {
        Files.writeString(
                folder.resolve("campaigns/tea/questions/en.yaml"),
                "examples:\n  tea: |\n    " + tea + "\n    green tea\n  cup: |\n    " + cup + "\n    a big mug\n");
    }

    private Matched ask(String question) {
        return QuestionMatcher.read(folder, ShippedQuestions.pack("tea", Stream.of()), kept, program)
                .matcher()
                .match(question);
    }
}
