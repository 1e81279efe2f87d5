package org.campaignbot.content.readability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceLengthsTest {

    @Test
    void namesAndNumbersCountAsWords() {
        assertThat(SentenceLengths.words("Call Dick Durbin at 202-224-3121 …")).isEqualTo(5);
    }

    @Test
    void aSentenceEndsWithItsLine() {
        assertThat(SentenceLengths.of(List.of("One two three\nfour five", "six"))
                        .longerThan(2))
                .containsExactly(new SentenceLengths.Sentence("One two three", 3));
    }

    @Test
    void theAverageOfTwoSentencesSaysNothing() {
        assertThat(SentenceLengths.of(List.of("One two three. Four five six.")).average())
                .isZero();
        assertThat(SentenceLengths.of(List.of("One two three. Four five six. Seven eight nine."))
                        .average())
                .isEqualTo(3);
    }
}
