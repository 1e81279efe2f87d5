package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"quiero, kiero", "llamar, yamar", "ice, ise", "hacer, aser", "help, heeelp", "vivir, bibir", "call, cal"
    })
    void wordsThatSoundAlikeAreTheSame(String word, String byEar) {
        assertThat(Sound.of(byEar)).isEqualTo(Sound.of(word));
    }

    @Test
    void numbersKeepTheirDoubledDigits() {
        assertThat(Sound.of("911")).isNotEqualTo(Sound.of("91"));
    }

    @ParameterizedTest
    @CsvSource({
        "senater, senator",
        "boarder, border",
        "medicad, medicaid",
        "asilum, asylum",
        "ports, ports",
        "prots, ports"
    })
    void aWordNobodyListedIsTakenForTheNearest(String typed, String meant) {
        Speller speller = new Speller();
        Stream.of("senator", "border", "medicaid", "asylum", "ports")
                .map(Sound::of)
                .forEach(speller::add);

        assertThat(speller.correct(Sound.of(typed))).isEqualTo(Sound.of(meant));
    }

    @Test
    void aShortOrADistantWordIsLeftAlone() {
        Speller speller = new Speller();
        Stream.of("call", "asylum").map(Sound::of).forEach(speller::add);

        assertThat(speller.correct("kat")).isEqualTo("kat");
        assertThat(speller.correct("album")).isEqualTo("album");
    }
}
