package org.campaignbot.alert.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.States;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTextTest {

    @Test
    void aLineSaysWhoGetsItAndWhoDoesNot() {
        assertThat(sound("state=NY,vt chamber=senate committee=ssap language=es platform=Slack"
                        + " earlier=k3x9:did-not-act not:state=DC not:party=republican"))
                .isEqualTo(new Audience(
                        List.of(
                                new Criterion.InState(Set.of("NY", "VT")),
                                new Criterion.HasChamber(Chamber.SENATE),
                                new Criterion.OnCommittee(Set.of("SSAP")),
                                new Criterion.InLanguage(Set.of(Language.SPANISH)),
                                new Criterion.OnPlatform(Set.of("slack")),
                                new Criterion.Earlier("k3x9", Criterion.Part.DID_NOT_ACT)),
                        List.of(new Criterion.InState(Set.of("DC")), new Criterion.HasParty(Set.of("Republican")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "everybody", "Everybody"})
    void nothingIsEverybody(String line) {
        assertThat(sound(line)).isEqualTo(Audience.EVERYBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lawmaker=T000006", "lawmaker=ny-s1", "lawmaker=Firbank", "lawmaker=\"Fay Firbank\""})
    void aLawmakerIsNamedByKeyBySeatOrByName(String line) {
        assertThat(sound(line).include()).containsExactly(new Criterion.HasLawmaker(Set.of("T000006")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stat=NY | at 1: nobody can be chosen by \"stat\" — did you mean \"state\"?",
                "state=NY stae=VT | at 10: nobody can be chosen by \"stae\" — did you mean \"state\"?",
                "state=NY,XX | at 10: there is no state \"XX\" — write its two letters, as NY",
                "state= | at 1: \"state=\" names nothing — write its value after the equals sign",
                "state=NY vermont | at 10: \"vermont\" has no value — write it as state=NY, or everybody",
                "district=NY-9 | at 10: there is no district \"NY-9\" — did you mean \"NY-1\"?",
                "chamber=upper | at 9: one chamber is chosen at a time — write chamber=senate or chamber=house",
                "party=Republicn | at 7: there is no party \"Republicn\" — did you mean \"Republican\"?",
                "committee=SSAQ | at 11: there is no committee with the code \"SSAQ\" — did you mean SSAP (Senate Committee on Appropriations)?",
                "committee=trees | at 11: there is no committee with the code \"trees\" — write the code: SSAP01 (Trees of the Senate Committee on Appropriations)",
                "language=fr | at 10: there is no language \"fr\" — there is en, es",
                "platform=telegam | at 10: there is no platform \"telegam\" — did you mean \"telegram\"?",
                "earlier=k3x9 | at 9: one part in one earlier alert is chosen at a time — write it as earlier=ID:got",
                "earlier=k3x8:got | at 9: there is no alert \"k3x8\" — did you mean \"k3x9\"?",
                "earlier=k3x9:act | at 14: nobody can have \"act\" — there is acted, did-not-act, got",
                "lawmaker=Zzyzx | at 10: nobody called \"Zzyzx\" sits in Congress today — write a name, a seat as NY-S1, or a key as ./bot directory lookup shows it",
                "lawmaker=NY-S3 | at 10: nobody called \"NY-S3\" sits in Congress today — write a name, a seat as NY-S1, or a key as ./bot directory lookup shows it",
                "everybody state=NY | at 1: everybody stands beside words that choose some — take one of them out",
            })
    void whatIsWrongIsToldWithItsPlaceAndAMend(String line, String told) {
        assertThat(AudienceText.read(line, SmallCountry.TERMS)).isInstanceOf(AudienceText.Read.Broken.class);
        assertThat(((AudienceText.Read.Broken) AudienceText.read(line, SmallCountry.TERMS)).problems())
                .extracting(AudienceProblem::toString)
                .containsExactly(told);
    }

    @Test
    void aNameThatSeveralHaveIsAskedBack() {
        assertThat(((AudienceText.Read.Broken) AudienceText.read("committee=appropriations", SmallCountry.TERMS))
                        .problems())
                .singleElement()
                .extracting(AudienceProblem::fix)
                .isEqualTo("write the code: HSAP (House Committee on Appropriations),"
                        + " SSAP (Senate Committee on Appropriations)");
    }

    @Test
    void anAudienceIsWrittenAsItIsRead() {
        for (String line : List.of(
                "everybody",
                "state=CA,NY chamber=senate not:language=es",
                "district=NY-1 lawmaker=T000001 party=Democrat committee=SSAP,SSAP01",
                "platform=slack group=T0ACME earlier=k3x9:got not:earlier=k3x9:acted",
                "group=\"two words\"")) {
            assertThat(AudienceText.write(sound(line))).isEqualTo(line);
        }
    }

    @Test
    void anAudienceInWordsIsReadAsTheSameAudience() {
        Random random = new Random(7);
        List<String> parts = List.of(
                "state=NY",
                "state=CA,NY,VT",
                "state=ID,FL",
                "state=OR,IN",
                "district=NY-1",
                "district=NY-1,VT-0",
                "chamber=senate",
                "chamber=house",
                "lawmaker=T000001",
                "lawmaker=T000006,T000008",
                "party=Democrat",
                "party=Independent,Republican",
                "committee=SSAP",
                "committee=HSAP,SSAP",
                "committee=SSAP01",
                "language=es",
                "language=en,es",
                "platform=slack",
                "platform=slack,telegram",
                "group=T0ACME",
                "earlier=k3x9:got",
                "earlier=k3x9:acted",
                "earlier=k3x9:did-not-act");
        int inWords = 0;
        for (int i = 0; i < 400; i++) {
            StringBuilder line = new StringBuilder();
            for (int j = random.nextInt(4); j > 0; j--) {
                line.append(random.nextInt(3) == 0 ? " not:" : " ").append(parts.get(random.nextInt(parts.size())));
            }
            Audience audience = sound(line.toString());
            for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
                String words = AudienceText.words(audience, SmallCountry.TERMS, language);
                assertThat(sound(words)).as(words).isEqualTo(audience);
                inWords += words.indexOf('=') < 0 ? 1 : 0;
            }
        }
        assertThat(inWords).as("most can be said in words").isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            everybody                      | everybody                         | todo el mundo
            state=TX,FL                    | Florida and Texas                 | Florida y Texas
            state=FL,ID                    | Florida and Idaho                 | Florida e Idaho
            state=VT,NY,CA                 | California, New York and Vermont  | California, New York y Vermont
            district=NY-2                  | NY-2                              | NY-2
            state=VT language=es           | people in Vermont who read Spanish | personas en Vermont que leen español
            platform=slack                 | people on Slack                   | personas en Slack
            not:state=TX                   | everybody but not Texas           | todo el mundo menos Texas
            committee=SSAP                 | people whose senator sits on Appropriations | personas cuyo senador está en Appropriations
            lawmaker=T000006               | people represented by Fay Firbank | personas representadas por Fay Firbank
            earlier=k3x9:did-not-act       | people who didn't act on k3x9     | personas que no actuaron en k3x9
            group=T0ACME                   | group=T0ACME                      | group=T0ACME
            """)
    void whatOrganizersUsuallyChooseIsSaidInTheirWords(String line, String english, String spanish) {
        assertThat(AudienceText.words(sound(line), SmallCountry.TERMS, Language.ENGLISH))
                .isEqualTo(english);
        assertThat(AudienceText.words(sound(line), SmallCountry.TERMS, Language.SPANISH))
                .isEqualTo(spanish);
    }

    @Test
    void everyStateIsReadByTheNameItIsShownBy() {
        for (String code : States.codes()) {
            for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
                assertThat(AudienceText.words(sound("state=" + code), SmallCountry.TERMS, language))
                        .isEqualTo(States.nameOrCode(code));
            }
        }
    }

    @Test
    void noTextMakesItThrow() {
        Random random = new Random(7);
        String letters = "state=NY,\"not: :earlier=k3x9:got committee=SSAP lawmaker=Elm -1@";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                line.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(AudienceText.read(line.toString(), SmallCountry.TERMS)).isNotNull();
        }
    }

    private static Audience sound(String line) {
        AudienceText.Read read = AudienceText.read(line, SmallCountry.TERMS);
        assertThat(read).isInstanceOf(AudienceText.Read.Sound.class);
        return ((AudienceText.Read.Sound) read).audience();
    }
}
