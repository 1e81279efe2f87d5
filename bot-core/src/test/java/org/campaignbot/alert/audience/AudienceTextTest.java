package org.campaignbot.alert.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.campaignbot.directory.Chamber;
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
                .extracting(AudienceProblem::mend)
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
