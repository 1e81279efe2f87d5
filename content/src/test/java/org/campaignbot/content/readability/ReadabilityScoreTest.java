package org.campaignbot.content.readability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class ReadabilityScoreTest {

    @Test
    void aSentenceEndsAtItsStopAndNotAtInitials() {
        assertThat(Sentences.of("The U.S. House passed it. Then what? It waits."))
                .hasSize(3);
        assertThat(Sentences.of("En EE. UU. hay leyes. ¿Y ahora?")).hasSize(2);
        assertThat(Sentences.of("It cost 3.5 dollars.")).hasSize(1);
    }

    @Test
    void namesNumbersInitialsAndWhatIsPutInDoNotCount() {
        assertThat(Sentences.of("In 2025 AIUSA asked Congress, and I called " + ReadabilityScore.INSERTED + " twice."))
                .containsExactly(List.of("in", "asked", "and", "i", "called", "twice"));
        assertThat(Sentences.of(ReadabilityScore.INSERTED + ". " + ReadabilityScore.INSERTED))
                .isEmpty();
    }

    @Test
    void englishIsGradedByFleschAndKincaid() {
        // Thirty words of one syllable in three sentences: 0.39 * 10 + 11.8 - 15.59.
        String sentence = "The cat sat on the mat and ate a fish.";

        assertThat(ReadabilityScore.of(Language.ENGLISH, List.of(sentence, sentence, sentence))
                        .score()
                        .orElseThrow())
                .isCloseTo(0.11, within(0.001));
    }

    @Test
    void spanishHasTheEaseOfFernandezHuerta() {
        // Thirty words of two syllables in three sentences: 206.84 - 120 - 10.2.
        String sentence = "Casa mesa libro perro gato mano cosa vida gente agua.";

        assertThat(ReadabilityScore.of(Language.SPANISH, List.of(sentence, sentence, sentence))
                        .score()
                        .orElseThrow())
                .isCloseTo(76.64, within(0.001));
    }

    @Test
    void aShortTextHasNoScoreAndALongHardOneAComplaint() {
        String hard =
                "Institutional accountability necessitates comprehensive administrative investigation regardless of"
                        + " considerations concerning organizational responsibilities and governmental authorizations";

        assertThat(ReadabilityScore.of(Language.ENGLISH, List.of(hard)).score()).isEmpty();
        assertThat(ReadabilityScore.of(Language.ENGLISH, List.of(hard, hard, hard))
                        .complaint())
                .contains("Flesch-Kincaid");
        assertThat(ReadabilityScore.of(new Language("fr"), List.of(hard, hard, hard))
                        .complaint())
                .isEmpty();
    }
}
