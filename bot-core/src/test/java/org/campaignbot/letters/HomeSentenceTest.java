package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.campaignbot.people.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeSentenceTest {

    @ParameterizedTest
    @CsvSource({
        "Dayton, OH, 'Dayton, Ohio'",
        "'Dayton, Ohio', OH, 'Dayton, Ohio'",
        "'Dayton, OH', OH, 'Dayton, OH'",
        "Dayton OH, OH, Dayton OH",
        "Washington, DC, 'Washington, D.C.'",
        "'Washington, D.C.', DC, 'Washington, D.C.'",
        "Anacostia, DC, 'Anacostia, Washington, D.C.'",
        "'', VI, the U.S. Virgin Islands",
        "'', NY, New York",
    })
    void thePlaceIsSaidOnce(String town, String state, String said) {
        assertThat(LetterSteps.HomeSentence.in(
                        Optional.of(town).filter(each -> !each.isEmpty()), state, Language.ENGLISH))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "Dayton, OH, 'Dayton, Ohio'",
        "'Dayton, Ohio', OH, 'Dayton, Ohio'",
        "Washington, DC, 'Washington, D.C.'",
        "'', VI, las Islas Vírgenes de Estados Unidos",
        "'', MP, las Islas Marianas del Norte",
        "'Buffalo, Nueva York', NY, 'Buffalo, Nueva York'",
        "'Charlotte, carolina del norte', NC, 'Charlotte, carolina del norte'",
        "'San Antonio, Nuevo Laredo', TX, 'San Antonio, Nuevo Laredo, Texas'",
        "Saipán, MP, 'Saipán, las Islas Marianas del Norte'",
        "'', PR, Puerto Rico",
    })
    void aLetterInSpanishNamesTheTerritoriesInSpanish(String town, String state, String said) {
        assertThat(LetterSteps.HomeSentence.in(
                        Optional.of(town).filter(each -> !each.isEmpty()), state, Language.SPANISH))
                .isEqualTo(said);
    }
}
