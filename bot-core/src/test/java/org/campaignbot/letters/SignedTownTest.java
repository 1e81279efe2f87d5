package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dayton|Dayton",
                "Dayton, Ohio|Dayton, Ohio",
                "St. Paul|St. Paul",
                "Truth or Consequences, NM|Truth or Consequences, NM",
                "Washington, D.C.|Washington, D.C.",
                "Las Vegas|Las Vegas",
                "el Bronx, Nueva York|el Bronx, Nueva York",
                "La Crosse|La Crosse",
                "Ohio|Ohio",
                "Reno, 89501|Reno, 89501",
                "im in reno|reno",
                "reno. then im done right|reno",
                "las vegas, y lo de no mas dinero para ice|las vegas",
                "Vivo en Las Cruces, pero trabajo en El Paso|Las Cruces",
                "no, my city is sparks not reno|sparks",
                "my town is Dayton|Dayton",
                "just put Fresno|Fresno",
                "i told you, Dayton. show me the letter|Dayton",
                "ya te dije que hialeah|hialeah"
            })
    void aTownIsFoundAloneAndInASentence(String text, String town) {
        assertThat(SignedTown.in(text)).contains(town);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pero solo el nombre no quiero poner apellido",
                "then i gotta get back on the line",
                "do you need that",
                "who sees this?",
                "first one",
                "no quiero",
                "!!!"
            })
    void aRemarkIsNoTown(String text) {
        assertThat(SignedTown.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reno", "thanks", "looks good", "change my town"})
    void aTownThatWasNotAskedForHasToBeTold(String text) {
        assertThat(SignedTown.told(text)).isEmpty();
    }
}
