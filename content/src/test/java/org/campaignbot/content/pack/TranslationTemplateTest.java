package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.flow.FormWording;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationTemplateTest {

    private static final Pattern FILE = Pattern.compile("(?m)^# ((?:campaigns|kits)/\\S+)\n");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() {
        Garden.copyTo(folder);
    }

    @Test
    void theSkeletonPutInPlaceLeavesNothingToTranslate() {
        Garden.write(folder, "words/es.yaml", "pack: {of: bcdf, title: Salvar el huerto, menu-label: Menú}\n");
        String skeleton = Garden.read(folder).outline().skeleton(Language.SPANISH);

        Garden.write(folder, "words/es.yaml", "");
        FILE.matcher(skeleton).results().forEach(file -> {
            int next = skeleton.indexOf("\n# ", file.end());
            String words = skeleton.substring(file.end(), next < 0 ? skeleton.length() : next + 1);
            Garden.write(folder, "../../" + file.group(1), words);
        });

        PackRead read = Garden.read(folder);
        assertThat(read.errors()).isEmpty();
        assertThat(read.warnings())
                .extracting(Problem::code)
                .doesNotContain("missing-translation", "stale-translation");
        assertThat(read.outline().skeleton(Language.SPANISH)).doesNotContain(" of: ");
    }

    @Test
    void itKeepsWhatIsTranslatedAndGivesTheHashOfThePresentSource() {
        String skeleton = Garden.read(folder).outline().skeleton(Language.SPANISH);

        assertThat(skeleton).contains("text: Llamar", "spoke:", "# campaigns/garden/words/es/call.yaml");
        assertThat(skeleton)
                .contains("of: " + SourceHash.of(List.of("Learn about the plan")) + "\n    text: Learn about the plan");
    }

    @Test
    void itAsksForNothingWhereNothingIsSaid() {
        Garden.write(folder, "words/es.yaml", "");

        assertThat(Garden.read(folder).outline().skeleton(Language.SPANISH))
                .doesNotContain(SourceHash.of(List.of()))
                .doesNotContain("urgent:");
    }

    @Test
    void anAnswerKeepsItsLabelAndTheWordsItIsHeardBy() {
        assertThat(Garden.read(folder).outline().skeleton(Language.SPANISH))
                .contains("spoke:\n        label: Hablé con alguien\n        heard: [hablé]\n");
    }

    @Test
    void aFileAFlowIsReadLikeOneFileForAll() {
        Garden.write(folder, "words/es.yaml", "call:\n  heard: [llamar]\n");
        Garden.write(folder, "words/es/learn.yaml", "learn:\n  heard: [aprender]\n");

        assertThat(Objects.requireNonNull(Garden.read(folder).pack()).heard(Language.SPANISH))
                .containsEntry("llamar", "call")
                .containsEntry("aprender", "learn");
    }

    @Test
    void wordsThatStandInTwoFilesAreAProblem() {
        Garden.write(folder, "words/es/call.yaml", "call:\n  heard: [llamar]\n");

        assertThat(Garden.read(folder).problems())
                .filteredOn(problem -> problem.code().equals("duplicate-key"))
                .extracting(Problem::message)
                .containsExactly("the words of \"call\" stand in another file of this language too");
    }

    @Test
    void aFormIsTranslated() {
        Garden.write(
                folder,
                "words/es/home.yaml",
                "home:\n  where:\n    of: bcdf\n    ask: ¿Dónde?\n    form: {title: Su lugar, fields: {place: Pueblo}}\n");

        Pack pack = Objects.requireNonNull(Garden.read(folder).pack());
        Step where =
                Objects.requireNonNull(Objects.requireNonNull(pack.flow("home")).step("where"));
        FormWording form =
                Objects.requireNonNull(Objects.requireNonNull(where.ask()).form());
        assertThat(form.title().in(Language.SPANISH).toString()).contains("Su lugar");
        assertThat(form.fields().get(0).label().in(Language.SPANISH).toString()).contains("Pueblo");
    }
}
