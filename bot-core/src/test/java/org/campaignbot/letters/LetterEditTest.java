package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterEditTest {

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
        assertThat(LetterEdit.of(WORDS, typed))
                .get()
                .extracting(LetterEdit::out)
                .isEqualTo(out);
    }

    @Test
    void theRestStaysAsItWas() {
        assertThat(LetterEdit.of(WORDS, "take out the word Well"))
                .get()
                .extracting(LetterEdit::words)
                .isEqualTo(WORDS.replace("Well the", "The"));
        assertThat(LetterEdit.of(WORDS, "take out the part about my street"))
                .get()
                .extracting(LetterEdit::words)
                .isEqualTo("Well the church used to be full. I just said the kids.");
        assertThat(LetterEdit.of("No más cárceles. Yo no lo sé escribir.", "Ay no quite eso de k no se escribir"))
                .get()
                .extracting(LetterEdit::words)
                .isEqualTo("No más cárceles.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"take that out", "take out the part about my dog", "take out the", "I like it", "quite eso"})
    void whatIsNotClearStays(String typed) {
        assertThat(LetterEdit.of(WORDS, typed)).isEmpty();
    }

    @Test
    void whatTwoSentencesHaveStays() {
        assertThat(LetterEdit.of("The kids cried. The kids left.", "take out the part about the kids"))
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
        assertThat(LetterEdit.of("We feed families at St. Mary's in Dayton. You did not say. Well.", typed))
                .get()
                .extracting(LetterEdit::words)
                .isEqualTo(left);
    }

    @Test
    void anArticleAndADoubledWordGoWithThem() {
        assertThat(LetterEdit.of(
                        "We meet at the pantry of St. Mary's church on Mondays.", "change St. Mary's to my church"))
                .get()
                .extracting(LetterEdit::words)
                .isEqualTo("We meet at the pantry of my church on Mondays.");
        assertThat(LetterEdit.of("We meet at the pantry.", "change pantry to our kitchen"))
                .get()
                .extracting(LetterEdit::words)
                .isEqualTo("We meet at our kitchen.");
    }

    @Test
    void whatABotPutInByMistakeComesOut() {
        assertThat(LetterEdit.of(
                        "Más dinero para la escuela. Puedes ponerlo en ingles. Ya te dije.",
                        "nooo metiste ahi lo del ingles y lo de ya te dije, quita eso manito"))
                .get()
                .extracting(LetterEdit::words)
                .isEqualTo("Más dinero para la escuela.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add that I was a nurse for 40 years      | I was a nurse for 40 years.
            quita eso. y pon q soy de lawrence       | Soy de lawrence.
            put in that my son is a medic please     | My son is a medic.
            """)
    void whatIsToBeAddedIsASentence(String typed, String sentence) {
        assertThat(LetterEdit.added(typed)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add my name", "take that out", "I like it", "put it in the mail"})
    void nothingIsAddedOtherwise(String typed) {
        assertThat(LetterEdit.added(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            change my town to Dayton          | town|ciudad  | Dayton
            cambia mi nombre por Ana          | name|nombre  | Ana
            take out my name                  | name|nombre  | ''
            dont put my name                  | name|nombre  | ''
            """)
    void aNameOrATownIsChangedOrLeftOut(String typed, String one, String other, String words) {
        assertThat(LetterEdit.ofThe(one + "|" + other, typed)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"you left out my name", "change my street to my block", "take out the part about my name"})
    void theSignatureStaysOtherwise(String typed) {
        assertThat(LetterEdit.ofThe("name|nombre", typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'it should say Eugene Oregon', Eugene Oregon",
        "'no, the town should be Portland, Oregon please', 'Portland, Oregon'",
        "'It should say Eugene, not Springfield.', Eugene",
        "debe decir Yuma por favor, Yuma"
    })
    void whatSomethingShouldSayIsFound(String typed, String said) {
        assertThat(LetterEdit.shouldSay(typed)).contains(said);
    }
}
