package org.campaignbot.content.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.content.Problem;
import org.campaignbot.directory.Directory;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class DraftFileTest {

    private static final AudienceTerms TERMS = new AudienceTerms(
            Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119).build(),
            LocalDate.of(2026, 11, 24),
            List.of(Language.ENGLISH, Language.SPANISH),
            Set.of("telegram"),
            Set.of());

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    @Test
    void aFileSaysAllOfAnAlert() {
        DraftFile file = read("""
                action: action-call
                topic: votes
                audience: state=NY,CA not:language=es
                at: tomorrow 10 am
                expires: 2026-11-27 20:00
                words:
                  en: |
                    The vote is **near**.

                    Please call.
                  es: La votación está cerca.
                """);
        assertThat(file)
                .isEqualTo(new DraftFile(
                        "action-call",
                        "votes",
                        Map.of(
                                Language.ENGLISH,
                                "The vote is **near**.\n\nPlease call.",
                                Language.SPANISH,
                                "La votación está cerca."),
                        new Audience(
                                List.of(new Criterion.InState(Set.of("NY", "CA"))),
                                List.of(new Criterion.InLanguage(Set.of(Language.SPANISH)))),
                        Instant.parse("2026-11-25T15:00:00Z"),
                        Instant.parse("2026-11-28T01:00:00Z"),
                        List.of()));
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndAMend() {
        assertThat(read("""
                        acton: action-call
                        audience: state=NY stae=CA
                        at: Friday
                        words:
                          fr: Appelez.
                          en: [Call]
                        """).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "alert.yaml:1:1: an alert has no key \"acton\" — did you mean \"action\"?",
                        "alert.yaml:2:20: nobody can be chosen by \"stae\" — did you mean \"state\"?",
                        "alert.yaml:3:5: \"Friday\" has no hour — add one, as in \"Friday 6 pm\"",
                        "alert.yaml:5:3: the campaign does not speak \"fr\" — there is en, es",
                        "alert.yaml:6:7: \"en\" must be a text — write it on one line");
    }

    @Test
    void aDayAloneIsAnEndAtSixInTheEvening() {
        assertThat(read("expires: Friday").expires()).isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
    }

    @Test
    void aFileThatIsNoMappingIsRefused() {
        assertThat(read("- one").problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("wrong-type");
        assertThat(read("").problems())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("this file is empty");
        assertThat(read("a: [b").problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("not-yaml");
    }

    private static DraftFile read(String text) {
        return DraftFile.read("alert.yaml", text.getBytes(StandardCharsets.UTF_8), TERMS, NOW);
    }
}
