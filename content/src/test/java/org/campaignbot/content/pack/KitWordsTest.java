package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kits, the words that a campaign says in place of theirs, and what a flow says once for all its steps. */
class KitWordsTest {

    private static final String WEEDS = """
            flow: weeds
            title: Weeds
            heard: [weeds]
            private: yes
            parts:
              early: Pull them early.
            needs: {run: town.find, outcomes: {missing: gone}}
            steps:
              what:
                say: [Weeds take the water., part early]
                ask: Pulled?
                answers:
                  yes: {label: 'Yes', heard: [sure], then: gone}
              sure:
                needs: no
                private: no
                ask: Sure?
                answers:
                  yes: {label: 'Yes', then: gone}
              gone:
                say: part early in es
                then: menu
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void addAKitThatNeedsCare() {
        Garden.copyTo(folder);
        kit("weeds", "pack.yaml", "kit: weeds\nkits: [care]\nlanguages: [en]\n");
        kit("weeds", "flows/weeds.yaml", WEEDS);
        kit("weeds", "words/es.yaml", """
                weeds:
                  title: {of: xxxx, text: Malas hierbas}
                  parts: {early: Arránquelas temprano.}
                  what: {of: xxxx, say: [Quitan el agua., part early], ask: ¿Listo?, answers: {yes: Sí}}
                """);
        nameTheKit();
    }

    @Test
    void aPartStandsWhereItIsNamedInTheLanguageOfTheWordsAroundIt() {
        assertThat(said("weeds", Language.ENGLISH)).isEqualTo("Weeds take the water.\n\nPull them early.");
        assertThat(said("weeds", Language.SPANISH)).isEqualTo("Quitan el agua.\n\nArránquelas temprano.");
    }

    @Test
    void aPartOfAnotherLanguageCanBeNamed() {
        Garden.write(folder, "flows/other.yaml", """
                flow: other
                title: Other
                heard: [other]
                parts: {hi: Hi!}
                steps:
                  only:
                    say: part hi in es
                    then: menu
                """);
        Garden.write(folder, "words/es/other.yaml", "other:\n  parts: {hi: ¡Hola!}\n");

        assertThat(said("other", Language.ENGLISH)).isEqualTo("¡Hola!");
    }

    @Test
    void aPartThatIsNotThereIsReportedWhereItIsSaid() {
        Garden.write(folder, "flows/other.yaml", """
                flow: other
                title: Other
                heard: [other]
                steps:
                  only:
                    say: part early
                    then: menu
                """);

        assertThat(read().errors()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unknown-value");
            assertThat(problem.message()).isEqualTo("there is no part \"early\"");
            assertThat(problem.line()).isEqualTo(6);
        });
    }

    @Test
    void aCampaignSaysItsOwnWordsInPlaceOfAKitsStepByStep() {
        Garden.write(folder, "words/en.yaml", """
                weeds:
                  title: Nettles
                  heard: [nettles]
                  parts: {early: Wear gloves.}
                  what: {answers: {yes: {label: I did}}}
                """);
        Garden.write(folder, "words/es/weeds.yaml", "weeds:\n  parts: {early: Use guantes.}\n");

        assertThat(said("weeds", Language.ENGLISH)).isEqualTo("Weeds take the water.\n\nWear gloves.");
        assertThat(Objects.requireNonNull(pack().flow("weeds")).heard())
                .isEqualTo(Map.of(Language.ENGLISH, List.of("nettles")));
        Answer yes = Objects.requireNonNull(step("what").ask()).answers().get(0);
        assertThat(yes.heard()).isEqualTo(Map.of(Language.ENGLISH, List.of("sure")));
        assertThat(yes.then()).isEqualTo(new Target.ToStep("gone"));
    }

    @Test
    void theTranslationOfReplacedWordsIsNoLongerSaid() {
        Garden.write(folder, "words/en.yaml", "weeds:\n  what: {say: Nettles sting.}\n");

        assertThat(said("weeds", Language.SPANISH)).isEqualTo("Nettles sting.");
        assertThat(read().warnings())
                .extracting(Problem::message)
                .contains("weeds/what (say) is not translated into \"es\"");
    }

    @Test
    void theStructureOfAKitCannotBeReplacedWithItsWords() {
        Garden.write(folder, "words/en.yaml", "weeds:\n  what: {then: menu}\n  never: {say: Hello}\n");

        assertThat(read().problems()).extracting(Problem::code).contains("unknown-key", "stray-translation");
    }

    @Test
    void aFlowIsPrivateButForItsExceptions() {
        assertThat(step("what").visibility()).isEqualTo(Visibility.ONLY_YOU);
        assertThat(step("sure").visibility()).isEqualTo(Visibility.EVERYONE);
    }

    @Test
    void whatAFlowNeedsIsGatheredBeforeEachQuestionButForItsExceptions() {
        assertThat(step("what").run())
                .isEqualTo(new Step.Run(
                        "town.find",
                        Map.of(),
                        Map.of("ready", new Target.Here(), "missing", new Target.ToStep("gone"))));
        assertThat(step("sure").run()).isNull();
        assertThat(step("gone").run()).isNull();
    }

    @Test
    void aKitStandsBeforeThoseItNeedsHoweverTheyAreListed() {
        kit("weeds", "flows/stop.yaml", """
                flow: stop
                title: Stop weeding
                heard: [stop]
                steps:
                  bye:
                    say: Good-bye, weeds.
                    then: end
                """);

        assertThat(said("stop", Language.ENGLISH)).isEqualTo("Good-bye, weeds.");
    }

    @Test
    void aKitThatNeedsItselfIsRefused() {
        kit("care", "pack.yaml", "kit: care\nkits: [weeds]\nlanguages: [en]\n");

        assertThat(read().errors()).extracting(Problem::code).containsExactly("no-campaign");
    }

    private String said(String flow, Language language) {
        Understanding nothing = (text, each) -> new Understanding.Nothing();
        return new Engine(pack(), Garden.VOCABULARY, nothing)
                .words(flow, Map.of(), language, Instant.EPOCH)
                .visible();
    }

    private Step step(String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(pack().flow("weeds")).step(name));
    }

    private Pack pack() {
        PackRead read = read();
        return Objects.requireNonNull(read.pack(), () -> read.errors().toString());
    }

    private PackRead read() {
        return Garden.read(folder);
    }

    private void kit(String kit, String file, String text) {
        Garden.write(folder, "../../kits/" + kit + "/" + file, text);
    }

    private void nameTheKit() {
        try {
            Path pack = folder.resolve("campaigns/garden/pack.yaml");
            Files.writeString(pack, Files.readString(pack).replace("kits: [care]", "kits: [care, weeds]"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
