package org.campaignbot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yes, let's go!|yes lets go",
                "  ¿Qué   pasó? |que paso",
                "ALTO|alto",
                "New-York|new york",
                "Hagåtña|hagatna",
                "42|42",
            })
    void caseAccentsAndPunctuationDoNotCount(String text, String folded) {
        assertThat(Fold.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "'?!'", "'🗳️'"})
    void aTextWithoutLettersIsEmpty(String text) {
        assertThat(Fold.fold(text)).isEmpty();
    }
}
