package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Meaning;
import org.campaignbot.directory.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages say where a person lives though nobody asked, and which only look like it. */
class MentionedPlacesTest {

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(MentionedPlacesTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> mentioned() {
        return lines("mentioned-places.txt");
    }

    @ParameterizedTest
    @MethodSource("mentioned")
    void aPlaceThatIsSurelyMentionedIsFound(String line) {
        String[] cells = line.split("\\|", -1);
        assertThat(Shipped.DIRECTORY.mention(cells[0], Shipped.TODAY))
                .hasValueSatisfying(mention -> assertThat(Shipped.find(mention)).isEqualTo(Shipped.find(cells[1])));
    }

    @Test
    void anOrdinarySentenceIsNotTakenForAPlace() {
        List<String> sentences = lines("no-places.txt");
        assertThat(sentences).hasSizeGreaterThan(250);
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(Shipped.DIRECTORY.mention(sentence, Shipped.TODAY))
                        .as(sentence)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en la puerta",
                "la policia esta",
                "abrir la puerta a",
                "afuera de la iglesia",
                "took mi",
                "la mijra",
                "cannot go on",
                "we are in line",
                "stand by me 2",
                "not from Texas",
                "my cousin works in Houston",
                "I hate the traffic in Houston"
            })
    void aPartOfASentenceIsNoGuess(String text) {
        assertThat(Shipped.DIRECTORY.isLikely(text, Shipped.TODAY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "califronia",
                "las vegs nevada",
                "pheonix arizona",
                "cincinatti",
                "albuquerqe",
                "philidelphia",
                "la",
                "dakota"
            })
    void aFewMisspelledWordsAreGuessedToBeAPlace(String text) {
        assertThat(Shipped.DIRECTORY.isLikely(text, Shipped.TODAY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Las Vegas, New Mexico please | Las Vegas, NM",
                "Las Vegas, New Mexico USA | Las Vegas, NM",
                "Dallas, Georgia is my home | Dallas, GA",
                "Denver, NC just north of Charlotte | Denver, NC",
                "orlando, my family is from puerto rico | orlando"
            })
    void aStateAfterTheTownDecidesEvenIfMoreFollows(String typed, String meant) {
        assertThat(Shipped.find(typed)).isEqualTo(Shipped.find(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 8 5 0 0 4", "5 5 5 1 2 1 2"})
    void aLongerSpacedNumberIsNoZipCode(String typed) {
        assertThat(Shipped.find(typed)).isEqualTo(new Lookup.Unknown(Lookup.Unknown.What.NOT_UNDERSTOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joliet illinois with my kids|IL",
                "Georgetown, DE, by the chicken plant|DE",
                "fresno, thanks for asking|CA",
                "pasco estado de washington|WA",
                "my district is the 28th in Texas|TX",
                "i just moved from texas to ohio|OH",
                "condado de harris|TX"
            })
    void aPlaceThatComesFirstOrLastIsMentioned(String text, String state) {
        String mention = Shipped.DIRECTORY.mention(text, Shipped.TODAY).orElseThrow();
        assertThat(Shipped.find(mention).seats()).extracting(Seat::state).containsOnly(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my mom moved from texas to ohio", "is fresno, california big?", "cut off", "independence"})
    void somebodyElsesPlaceOrAQuestionIsNotMentioned(String text) {
        assertThat(Shipped.DIRECTORY.mention(text, Shipped.TODAY)).isEmpty();
    }

    /** Sentences that people typed at the menu, where a place is only asked about. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we moved last yr from toledo to ann arbor | MI",
                "my brother in denver told me, im in pueblo | CO",
                "dodge city, is that ok? | KS",
            })
    void aPlaceInASentenceIsAskedAboutByItsOwnState(String sentence, String state) {
        assertThat(Shipped.DIRECTORY.asking(sentence, Shipped.TODAY))
                .isInstanceOfSatisfying(
                        Lookup.Choice.class,
                        choice -> assertThat(choice.meanings())
                                .extracting(Meaning::state)
                                .containsExactly(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de nuevo", "many", "progress"})
    void anOrdinaryWordAsksAboutNoPlace(String word) {
        assertThat(Shipped.DIRECTORY.asking(word, Shipped.TODAY)).isInstanceOf(Lookup.Unknown.class);
    }
}
