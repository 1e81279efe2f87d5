package org.campaignbot.alert.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audiences as organizers type them on a phone. */
class AudienceWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            everyone                                             | everybody
            all                                                  | everybody
            todos                                                | everybody
            todo el mundo                                        | everybody
            New York and California                              | state=CA,NY
            our people in New York and California                | state=CA,NY
            nuestra gente en Texas                               | state=TX
            new york california                                  | state=CA,NY
            newyork                                              | state=NY
            new yrok and californa                               | state=CA,NY
            ny ca                                                | state=CA,NY
            NY, OR and CA                                        | state=CA,NY,OR
            NY, OR                                               | state=NY,OR
            the senate appropriations committee                  | committee=SSAP
            New York OR California                               | state=CA,NY
            PEOPLE IN NEW YORK OR TEXAS                          | state=NY,TX
            people in new york                                   | state=NY
            people who live in ny or vt                          | state=NY,VT
            washington dc                                        | state=DC
            D.C.                                                 | state=DC
            Nueva York y California                              | state=CA,NY
            gente de nueva york o carolina del norte             | state=NC,NY
            NY-2                                                 | district=NY-2
            ny-1 and ny-2                                        | district=NY-1,NY-2
            new york 2nd district                                | district=NY-2
            the 2nd district of new york                         | district=NY-2
            distrito 2 de nueva york                             | district=NY-2
            New York's 1st and 2nd districts                     | district=NY-1,NY-2
            New York’s 1st, 2nd, and 3rd congressional districts | district=NY-1,NY-2,NY-3
            New York's 1st district and 2nd district             | district=NY-1,NY-2
            NY 1 and 2                                           | district=NY-1,NY-2
            NY 1 & 2                                             | district=NY-1,NY-2
            ny 01 or the 2nd                                     | district=NY-1,NY-2
            NY-1 and 2                                           | district=NY-1,NY-2
            NY-1, 2 and VT-0                                     | district=NY-1,NY-2,VT-0
            New York districts 1 and 2                           | district=NY-1,NY-2
            New York, districts 1 and 2                          | district=NY-1,NY-2
            New York's congressional district 2                  | district=NY-2
            the 1st and 2nd districts of New York                | district=NY-1,NY-2
            districts 1 and 2, New York                          | district=NY-1,NY-2
            people in the 1st and 2nd districts in New York      | district=NY-1,NY-2
            spanish speakers in districts 1 and 2 of New York    | language=es district=NY-1,NY-2
            2nd district of New York and 0 of Vermont            | district=NY-2,VT-0
            NY 1 and 2, VT 0                                     | district=NY-1,NY-2,VT-0
            everyone except New York's 1st and 2nd districts     | not:district=NY-1,NY-2
            distritos 1 y 2 de Nueva York                        | district=NY-1,NY-2
            los distritos 1 y 2 del estado de Nueva York         | district=NY-1,NY-2
            Nueva York, distritos 1, 2 y 3                       | district=NY-1,NY-2,NY-3
            todos menos los distritos 1 y 2 de Nueva York        | not:district=NY-1,NY-2
            whose senator sits on Appropriations                 | committee=SSAP
            senator on apropriations                             | committee=SSAP
            whose senator is on the appropriations committee     | committee=SSAP
            whose representative sits on appropriations          | committee=HSAP
            whose lawmakers sit on appropriations                | committee=HSAP,SSAP
            cuyo senador está en asignaciones                    | committee=SSAP
            cuya senadora está en el comité de asignaciones      | committee=SSAP
            people in ny whose senator sits on appropriations    | state=NY committee=SSAP
            represented by fay firbank                           | lawmaker=T000006
            firbank's constituents                               | lawmaker=T000006
            whose senator is firbank                             | lawmaker=T000006
            represented by a republican                          | party=Republican
            people with a senator                                | chamber=senate
            spanish speakers                                     | language=es
            people in new york who read spanish                  | state=NY language=es
            quienes leen español en nueva york                   | language=es state=NY
            new york on slack                                    | state=NY platform=slack
            everyone except texas                                | not:state=TX
            everyone but not texas and florida                   | not:state=FL,TX
            everyone but texas                                   | not:state=TX
            all states but NY and CA                             | not:state=CA,NY
            new york but only spanish readers                    | state=NY language=es
            todos menos texas                                    | not:state=TX
            new york but not on slack                            | state=NY not:platform=slack
            everyone except texas or slack                       | not:state=TX not:platform=slack
            who got k3x9                                         | earlier=k3x9:got
            people who acted on alert k3x9                       | earlier=k3x9:acted
            people in ny who didn't act on k3x9                  | state=NY earlier=k3x9:did-not-act
            """)
    void ordinaryWordsAreAFilter(String words, String filter) {
        AudienceText.Read read = AudienceText.read(words, SmallCountry.TERMS);
        assertThat(read).isInstanceOf(AudienceText.Read.Sound.class);
        assertThat(AudienceText.write(((AudienceText.Read.Sound) read).audience()))
                .isEqualTo(filter);
    }

    @Test
    void misspelledStatesAreReadAndNamed() {
        assertThat(corrected("new yrok and californa, but not Texas")).containsExactly("new yrok", "californa");
        assertThat(corrected("New York and california")).isEmpty();
        assertThat(corrected("state=NY")).isEmpty();
    }

    private static List<String> corrected(String words) {
        return ((AudienceText.Read.Sound) AudienceText.read(words, SmallCountry.TERMS)).corrected();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my friends                              | not-understood
            young people                            | not-understood
            republicans                             | not-understood
            people in new york with dogs            | not-understood
            who didn't vote                         | not-understood
            Paris                                   | not-understood
            new york and spanish speakers           | either-or
            new york or on slack                    | either-or
            texas and ny-2                          | either-or
            everyone except texas on slack          | either-or
            on appropriations                       | no-committee
            members of the appropriations committee | no-committee
            appropriations                          | not-understood
            new york or                             | not-understood
            whose senator is a republican           | one-seats-party
            people with a republican senator        | one-seats-party
            ny-9                                    | no-district
            New York's 1st and 9th districts        | no-district
            districts 1 and 2                       | which-state
            2 and New York                          | which-state
            NY 1 to 2                               | which-state
            districts 1 to 2 of New York            | which-state
            NY 1 and 2 VT                           | which-state
            NY-1 and 2nd district Vermont           | which-state
            2nd district of New York 3              | which-state
            NY 1 OR 2                               | which-state
            12 people in New York                   | which-state
            distritos 1 y 2                         | which-state
            Nueva York y 2                          | which-state
            """)
    void whatCantBeSaidIsAProblemAndNeverAGuess(String words, String kind) {
        AudienceText.Read read = AudienceText.read(words, SmallCountry.TERMS);
        assertThat(read).isInstanceOf(AudienceText.Read.Broken.class);
        assertThat(((AudienceText.Read.Broken) read).problems())
                .extracting(problem -> problem.kind().word())
                .contains(kind);
    }

    @Test
    void aWordThatIsNotUnderstoodIsNamedOnce() {
        AudienceText.Read read = AudienceText.read("New York and Peru", SmallCountry.TERMS);
        assertThat(((AudienceText.Read.Broken) read).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.about()).isEqualTo(Map.of("typed", "Peru")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Oakland and Los Angeles             | Oakland and Los Angeles
            OAKLAND AND LOS ANGELES             | OAKLAND AND LOS ANGELES
            people in Los Angeles, New York     | Los Angeles
            Oklahoma City                       | Oklahoma City
            folks in D.C. or Virginia Beach     | Virginia Beach
            gente de Los Ángeles y de El Paso   | Los Ángeles y de El Paso
            """)
    void aCityIsQuotedAsItWasTyped(String words, String quoted) {
        AudienceText.Read read = AudienceText.read(words, SmallCountry.TERMS);
        assertThat(((AudienceText.Read.Broken) read).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(AudienceProblem.Kind.NOT_UNDERSTOOD);
            assertThat(problem.about()).isEqualTo(Map.of("typed", quoted));
            assertThat(problem.position()).isEqualTo(words.indexOf(quoted) + 1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            districts 1 and 2      | 1 and 2
            NY 1 and 2 VT          | NY 1 and 2 VT
            New York, VT and 2     | 2
            distritos 1 y 2        | 1 y 2
            """)
    void aNumberWithoutItsStateIsQuotedOnce(String words, String quoted) {
        AudienceText.Read read = AudienceText.read(words, SmallCountry.TERMS);
        assertThat(((AudienceText.Read.Broken) read).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(AudienceProblem.Kind.WHICH_STATE);
            assertThat(problem.about()).isEqualTo(Map.of("typed", quoted));
        });
    }

    @Test
    void citiesBesideAStateThatWasUnderstoodAreNamedOneByOne() {
        AudienceText.Read read = AudienceText.read("Buffalo in New York and Burlington", SmallCountry.TERMS);
        assertThat(((AudienceText.Read.Broken) read).problems())
                .extracting(problem -> problem.about().get("typed"))
                .containsExactly("Buffalo", "Burlington");
    }

    @Test
    void noWordsMakeItThrow() {
        Random random = new Random(7);
        List<String> words = List.of(
                "new",
                "york",
                "and",
                "or",
                "OR",
                "senator",
                "on",
                "not",
                "appropriations",
                "k3x9",
                "2nd",
                "district",
                ",",
                "got",
                "whose",
                "ny-2",
                "spanish",
                "firbank",
                "republican",
                "'s",
                "-",
                "…");
        for (int i = 0; i < 5_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                line.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            assertThat(AudienceText.read(line.toString(), SmallCountry.TERMS)).isNotNull();
        }
    }
}
