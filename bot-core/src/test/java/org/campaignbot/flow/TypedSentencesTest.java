package org.campaignbot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedSentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two! Three? Four|One./Two!/Three?/Four",
                "You didn't answer me about Mr. Example. Anyway, I care|You didn't answer me about Mr. Example./Anyway, I care",
                "J. R. Example. Thanks|J. R. Example./Thanks",
                "Rev. Ana Example and Sra. Ejemplo|Rev. Ana Example and Sra. Ejemplo",
                "¿Así está bien? Sí.|¿Así está bien?/Sí.",
                "no period here|no period here",
                "It costs 3.50 a day|It costs 3.50 a day"
            })
    void aSentenceEndsAtItsPunctuationButNotAtATitleOrAnInitial(String text, String sentences) {
        assertThat(String.join("/", TypedSentences.in(text))).isEqualTo(sentences);
    }

    @ParameterizedTest
    @CsvSource({"'one\n\n two ', one/two", "'', ''"})
    void aLineIsASentence(String text, String sentences) {
        assertThat(String.join("/", TypedSentences.in(text))).isEqualTo(sentences);
    }
}
