package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {

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
        assertThat(Edit.of(WORDS, typed)).get().extracting(Edit::out).isEqualTo(out);
    }

    @Test
    void theRestStaysAsItWas() {
        assertThat(Edit.of(WORDS, "take out the word Well"))
                .get()
                .extracting(Edit::words)
                .isEqualTo(WORDS.replace("Well the", "The"));
        assertThat(Edit.of(WORDS, "take out the part about my street"))
                .get()
                .extracting(Edit::words)
                .isEqualTo("Well the church used to be full. I just said the kids.");
        assertThat(Edit.of("No más cárceles. Yo no lo sé escribir.", "Ay no quite eso de k no se escribir"))
                .get()
                .extracting(Edit::words)
                .isEqualTo("No más cárceles.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"take that out", "take out the part about my dog", "take out the", "I like it", "quite eso"})
    void whatIsNotClearStays(String typed) {
        assertThat(Edit.of(WORDS, typed)).isEmpty();
    }

    @Test
    void whatTwoSentencesHaveStays() {
        assertThat(Edit.of("The kids cried. The kids left.", "take out the part about the kids"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            change St. Mary's to just my church                           | We feed families at my church in Dayton. You did not say. Well.
            You left the St. Mary's in. Just "my church" please           | We feed families at my church in Dayton. You did not say. Well.
            change "families" to "people", please                         | We feed people at St. Mary's in Dayton. You did not say. Well.
            Please take out the words "You did not say. Well." and change St. Mary's to my church | We feed families at my church in Dayton.
            please do not put the name of St. Mary's in                   | You did not say. Well.
            """)
    void wordsTakeOthersPlace(String typed, String left) {
        assertThat(Edit.of("We feed families at St. Mary's in Dayton. You did not say. Well.", typed))
                .get()
                .extracting(Edit::words)
                .isEqualTo(left);
    }

    @Test
    void anArticleAndADoubledWordGoWithThem() {
        assertThat(Edit.of("We meet at the pantry of St. Mary's church on Mondays.", "change St. Mary's to my church"))
                .get()
                .extracting(Edit::words)
                .isEqualTo("We meet at the pantry of my church on Mondays.");
        assertThat(Edit.of("We meet at the pantry.", "change pantry to our kitchen"))
                .get()
                .extracting(Edit::words)
                .isEqualTo("We meet at our kitchen.");
    }

    @Test
    void whatABotPutInByMistakeComesOut() {
        assertThat(Edit.of(
                        "Más dinero para la escuela. Puedes ponerlo en ingles. Ya te dije.",
                        "nooo metiste ahi lo del ingles y lo de ya te dije, quita eso manito"))
                .get()
                .extracting(Edit::words)
                .isEqualTo("Más dinero para la escuela.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add that I was a nurse for 40 years      | I was a nurse for 40 years.
            quita eso. y pon q soy de lawrence       | Soy de lawrence.
            put in that my son is a medic please     | My son is a medic.
            """)
    void whatIsToBeAddedIsASentence(String typed, String sentence) {
        assertThat(Edit.added(typed)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add my name", "take that out", "I like it", "put it in the mail"})
    void nothingIsAddedOtherwise(String typed) {
        assertThat(Edit.added(typed)).isEmpty();
    }
}
