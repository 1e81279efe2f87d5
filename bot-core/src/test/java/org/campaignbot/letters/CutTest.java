package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutTest {

    private static final String WORDS =
            "Well the church used to be full. I worry about the family on my street, the father bakes. I just said the kids.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Then let me see it all, and take out the part about my street, I dont want that family bothered | I worry about the family on my street, the father bakes.
            take out the word Well                  | Well
            take out Well                           | Well
            take out the I just said part lol       | I just said
            take the I just said part out           | I just said
            remove the sentence about the church    | Well the church used to be full.
            take out Well and take out I just said  | Well … I just said
            """)
    void whatIsNamedComesOut(String typed, String out) {
        assertThat(Cut.of(WORDS, typed)).get().extracting(Cut::out).isEqualTo(out);
    }

    @Test
    void theRestStaysAsItWas() {
        assertThat(Cut.of(WORDS, "take out the word Well"))
                .get()
                .extracting(Cut::words)
                .isEqualTo(WORDS.replace("Well the", "The"));
        assertThat(Cut.of(WORDS, "take out the part about my street"))
                .get()
                .extracting(Cut::words)
                .isEqualTo("Well the church used to be full. I just said the kids.");
        assertThat(Cut.of("No más cárceles. Yo no lo sé escribir.", "Ay no quite eso de k no se escribir"))
                .get()
                .extracting(Cut::words)
                .isEqualTo("No más cárceles.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"take that out", "take out the part about my dog", "take out the", "I like it", "quite eso"})
    void whatIsNotClearStays(String typed) {
        assertThat(Cut.of(WORDS, typed)).isEmpty();
    }

    @Test
    void whatTwoSentencesHaveStays() {
        assertThat(Cut.of("The kids cried. The kids left.", "take out the part about the kids"))
                .isEmpty();
    }
}
