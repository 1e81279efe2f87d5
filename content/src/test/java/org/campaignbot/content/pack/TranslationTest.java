package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationTest {

    private static final Language SPANISH = new Language("es");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() {
        Garden.copyTo(folder);
    }

    @Test
    void wordsThatAreTranslatedAreSaidInTheLanguageAndOthersInTheBaseLanguage() {
        Pack pack = Objects.requireNonNull(Garden.read(folder).pack());
        Wording title = Objects.requireNonNull(pack.flow("call")).title();
        Wording learn = Objects.requireNonNull(pack.flow("learn")).title();

        assertThat(title.in(SPANISH)).isNotEqualTo(title.in(Language.ENGLISH));
        assertThat(learn.in(SPANISH)).isEqualTo(learn.in(Language.ENGLISH));
    }

    @Test
    void aTranslationWithTheHashOfItsSourceIsFresh() {
        Garden.write(folder, "words/es.yaml", words("bcdf"));
        String fix = problems("stale-translation").get(0).fix();
        String hash = fix.substring(fix.length() - 4);
        Garden.write(folder, "words/es.yaml", words(hash));

        assertThat(problems("stale-translation")).isEmpty();
        assertThat(SourceHash.of(List.of("Learn about the plan"))).isEqualTo(hash);
    }

    @Test
    void aTranslationThatTellsNoSourceIsAProblemThatGivesTheHash() {
        Garden.write(folder, "words/es.yaml", "learn:\n  title: {text: Conozca el plan}\n");

        assertThat(problems("missing-key"))
                .extracting(Problem::fix)
                .containsExactly("add of: " + SourceHash.of(List.of("Learn about the plan")));
    }

    @Test
    void aStepThatIsTranslatedInPartTellsWhatIsMissing() {
        Garden.write(
                folder,
                "words/es.yaml",
                "menu:\n  choose:\n    of: bcdf\n    ask: ¿Qué quiere hacer?\n    answers: {learn: Conocer el plan}\n");

        assertThat(problems("missing-translation"))
                .extracting(Problem::message)
                .contains("menu/choose (call, no) is not translated into \"es\"");
    }

    @Test
    void aRecordIsTranslatedFieldByField() {
        String hash = SourceHash.of(List.of("The town wants to build on the garden.", "The garden plan"));
        Garden.write(
                folder,
                "words/es.yaml",
                "records:\n  plan: {of: " + hash + ", title: El plan, summary: Quieren construir.}\n");

        PackRead read = Garden.read(folder);
        Value.Row plan = (Value.Row) Objects.requireNonNull(
                Objects.requireNonNull(read.pack()).records().get("plan"));
        Value.Translated summary =
                (Value.Translated) Objects.requireNonNull(plan.fields().get("summary"));
        assertThat(summary.in(SPANISH)).isEqualTo("Quieren construir.");
        assertThat(summary.in(Language.ENGLISH)).isEqualTo("The town wants to build on the garden.");
        assertThat(problems("stale-translation")).isEmpty();
    }

    @Test
    void anHeirMayTranslateWhatItInherits() {
        Garden.write(folder, "words/es.yaml", "stop:\n  heard: [alto]\n");

        Pack pack = Objects.requireNonNull(Garden.read(folder).pack());
        assertThat(pack.heard(SPANISH)).containsEntry("alto", "stop");
    }

    @Test
    void theWordsOfAForebearAreNotSaidForAFlowThatWasOverridden() {
        Garden.write(
                folder,
                "../../kits/care/words/es.yaml",
                "stop:\n  title: {of: bcdf, text: Alto}\n  nowhere: {of: bcdf}\n");
        Garden.write(
                folder,
                "flows/stop.yaml",
                "flow: stop\ntitle: Enough\nheard: [stop]\nsteps:\n  bye:\n    say: Good-bye.\n    then: end\n");

        Pack pack = Objects.requireNonNull(Garden.read(folder).pack());
        assertThat(Objects.requireNonNull(pack.flow("stop")).title().byLanguage())
                .containsOnlyKeys(Language.ENGLISH);
        assertThat(problems("stray-translation")).isEmpty();
    }

    @Test
    void wrappingALineAnewMakesNoTranslationStale() {
        assertThat(SourceHash.of(List.of("Call  the\ntown hall.\n")))
                .isEqualTo(SourceHash.of(List.of("Call the town hall.")));
        assertThat(SourceHash.of(List.of("Call the town hall!")))
                .isNotEqualTo(SourceHash.of(List.of("Call the town hall.")));
        assertThat(SourceHash.of(List.of("a", "b"))).isNotEqualTo(SourceHash.of(List.of("a b")));
    }

    @Test
    void aHashIsAWordThatYamlReadsAsText() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(SourceHash.of(List.of("Text number " + i))).matches("[bcdfghjklmnpqrstvwxz]{4}");
        }
    }

    private static String words(String hash) {
        return "learn:\n  title: {of: " + hash + ", text: Conozca el plan}\n";
    }

    private List<Problem> problems(String code) {
        return Garden.read(folder).problems().stream()
                .filter(problem -> problem.code().equals(code))
                .toList();
    }
}
