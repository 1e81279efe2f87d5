package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.check.PackCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenPackTest {

    /** Characters that mean something in YAML or in a text. */
    private static final String SPOILERS = ":-[]{}|>&*!#'\"%@`,?\t\n\u0000\uE000";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pack.yaml",
                "records.yaml",
                "flows/call.yaml",
                "flows/home.yaml",
                "flows/learn.yaml",
                "flows/menu.yaml",
                "words/es.yaml"
            })
    void noFileThatIsCutOrSpoiltMakesTheReaderThrow(String file) throws IOException {
        Garden.copyTo(folder);
        String sound = Files.readString(folder.resolve("campaigns/garden").resolve(file));
        for (String spoiled : spoiled(sound)) {
            Garden.write(folder, file, spoiled);
            assertThatCode(() -> PackCheck.check(Garden.read(folder), LocalDate.of(2026, 3, 15)))
                    .as("%s:%n%s", file, spoiled)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whereThereIsAnErrorThereIsNoPack() {
        Garden.copyTo(folder);
        Garden.write(folder, "flows/menu.yaml", "flow: menu\n");

        PackRead read = Garden.read(folder);

        assertThat(read.pack()).isNull();
        assertThat(read.errors()).isNotEmpty();
        assertThat(PackCheck.check(read, LocalDate.of(2026, 3, 15))).isEqualTo(read.problems());
    }

    @Test
    void aCampaignThatIsNotThereIsAProblemThatNamesTheNearest() {
        PackRead read = PackReader.read(Garden.CONTENT, "gardn", Garden.VOCABULARY);

        assertThat(read.pack()).isNull();
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("no-campaign");
            assertThat(problem.fix()).contains("\"garden\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../campaigns/garden", "", "/", "gar den", "\u0000"})
    void aNameThatIsNoFolderOfCampaignsIsNeverOpened(String campaign) {
        PackRead read = PackReader.read(Garden.CONTENT, campaign, Garden.VOCABULARY);

        assertThat(read.problems()).extracting(Problem::code).containsExactly("no-campaign");
    }

    @Test
    void aFolderWithoutCampaignsIsAProblem() {
        assertThat(PackReader.read(folder, "garden", Garden.VOCABULARY).problems())
                .extracting(Problem::code)
                .containsExactly("no-campaign");
    }

    @Test
    void aFormThatNoValuePicksIsAProblem() {
        Garden.copyTo(folder);
        Garden.write(folder, "flows/learn.yaml", """
                flow: learn
                title: Learn about the plan
                steps:
                  status:
                    say:
                      - {by: plan.age, ol: This is old., other: This is not.}
                      - {by: plan.state, enacted: It is law., other: It is not.}
                    then: menu
                """);

        assertThat(Garden.read(folder).errors()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("bad-value");
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.fix()).isEqualTo("did you mean \"old\"?");
        });
    }

    @Test
    void problemsAreToldInTheOrderOfFileLineAndColumn() {
        Garden.copyTo(folder);
        Garden.write(folder, "flows/call.yaml", "flow: call\nsteps:\n  a: {sya: x, ssy: y}\n  b: {then: nowhere}\n");

        List<Problem> problems = Garden.read(folder).errors();

        assertThat(problems).hasSizeGreaterThan(3).isSortedAccordingTo((one, other) -> {
            int byFile = one.file().compareTo(other.file());
            int byLine = Integer.compare(one.line(), other.line());
            return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(one.column(), other.column());
        });
    }

    private static List<String> spoiled(String sound) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sound.length(); i += 23) {
            texts.add(sound.substring(0, i));
            char spoiler = SPOILERS.charAt(i / 23 % SPOILERS.length());
            texts.add(sound.substring(0, i) + spoiler + sound.substring(i));
            texts.add(sound.substring(0, i) + spoiler + sound.substring(i + 1));
        }
        List<String> lines = sound.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            texts.add(edited(lines, i, line -> ""));
            texts.add(edited(lines, i, line -> line + "\n" + line));
            texts.add(edited(lines, i, line -> line.replaceFirst(":.*", ":")));
            texts.add(edited(lines, i, line -> line.replaceFirst(":.*", ": [[x], {y: z}]")));
            texts.add(edited(lines, i, line -> line.replaceFirst(":.*", ": {by: x, each: y}")));
        }
        return texts.stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();
    }

    private static String edited(List<String> lines, int index, Function<String, String> edit) {
        List<String> copy = new ArrayList<>(lines);
        copy.set(index, edit.apply(copy.get(index)));
        return String.join("\n", copy) + "\n";
    }
}
