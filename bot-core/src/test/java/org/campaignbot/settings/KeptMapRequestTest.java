package org.campaignbot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.BoundarySource;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.DistrictMap;
import org.campaignbot.directory.ZipEntry;
import org.campaignbot.settings.CorrectionRequest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptMapRequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");

    private static ZipEntry zip(int code, District district) {
        return new ZipEntry(code, ZipEntry.Kind.DISTRICTS, List.of(district), Optional.empty(), "");
    }

    /** Virginia and Ohio have districts, Vermont one seat; Ohio's new map is here. */
    private final Directory tables = Directory.builder()
            .asOf(LocalDate.of(2026, 6, 15))
            .map(119)
            .add(zip(22201, new District("VA", 1)))
            .add(zip(43004, new District("OH", 1)))
            .add(zip(5001, new District("VT", 0)))
            .add(new DistrictMap(
                    120,
                    Set.of("OH"),
                    List.of(zip(43004, new District("OH", 1))),
                    () -> new BoundarySource.Result.Failed("none")))
            .build();

    private Answer answer(String state, String source, String date, String until) {
        return new KeptMapRequest(state, source, date, until).answer(tables, TODAY);
    }

    @Test
    void aDeclarationIsKeptAmongTheSettingsAndTakenBack() {
        assertThat(answer("VA", "the court", "2026-05-15", "2027-06-01"))
                .isInstanceOfSatisfying(Answer.Accepted.class, accepted -> {
                    Correction.KeptMap kept =
                            (Correction.KeptMap) accepted.corrections().get(0);
                    assertThat(kept.map()).isEqualTo(119);
                    assertThat(kept.congress()).isEqualTo(120);
                    Version version =
                            Version.FIRST.after(Corrections.making(accepted.corrections(), "ana", NOW, Version.FIRST));
                    assertThat(version.values().keySet()).allMatch(Corrections::has);
                    assertThat(Corrections.in(version))
                            .containsOnlyKeys("map-VA")
                            .containsValue(kept);
                    assertThat(Corrections.sentence(kept))
                            .isEqualTo("VA keeps the House map of the 119th Congress in the 120th"
                                    + " (the court, 2026-05-15, until 2027-06-01)");
                    assertThat(version.after(Corrections.takingBack("VA", "ana", NOW, version))
                                    .values())
                            .isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "XX | the court | 2026-05-15 | - | There is no state \"XX\"",
                "VT | the court | 2026-05-15 | - | Vermont has one seat",
                "OH | the court | 2026-05-15 | - | Ohio's map of the 120th Congress is here",
                "VA | - | 2026-05-15 | - | Add --source",
                "VA | call 202-555-0142 | 2026-05-15 | - | --source can't be",
                "VA | the court | - | - | Add --date DAY",
                "VA | the court | soon | - | --date can't be \"soon\"",
                "VA | the court | 2026-12-01 | - | --date is yet to come",
                "VA | the court | 2026-05-15 | 2026-12-31 | Give a later day than 2027-01-03",
            })
    void whatCannotBeSoIsRefusedWithAWayOut(String state, String source, String date, String until, String reason) {
        assertThat(answer(state, source, date, until))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(String.join("\n", refused.reasons())).contains(reason));
    }

    @Test
    void aDeclarationIsForTheCongressAfterTheMapsOrTheOneThatSits() {
        assertThat(KeptMapRequest.congress(tables, TODAY)).isEqualTo(120);
        assertThat(KeptMapRequest.congress(tables, LocalDate.of(2027, 2, 1))).isEqualTo(120);
        assertThat(KeptMapRequest.congress(tables, LocalDate.of(2029, 2, 1))).isEqualTo(121);
    }
}
