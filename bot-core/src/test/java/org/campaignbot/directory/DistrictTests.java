package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictTests {

    @ParameterizedTest
    @ValueSource(strings = {"NY-12", "AK-0", "CA-52", "DC-0"})
    void aDistrictIsReadAndWrittenAlike(String name) {
        assertThat(District.parse(name)).map(District::toString).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NY", "NY-", "ny-12", "NY12", "NY-012", "NY-01", "NY-1x", "N-12", "NY-?", "NY-S1"})
    void anythingElseIsNoDistrict(String name) {
        assertThat(District.parse(name)).isEmpty();
    }

    @Test
    void aDistrictThatCannotBeIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new District("NY", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new District("New York", 1));
    }

    @Test
    void districtsOfAStateFollowTheirNumbers() {
        assertThat(new District("NY", 2)).isLessThan(new District("NY", 10)).isGreaterThan(new District("NJ", 12));
    }

    @Test
    void theDayBeginsInWashingtonAndNotInGreenwich() {
        assertThat(EasternTime.dateAt(Instant.parse("2027-01-03T04:59:59Z"))).isEqualTo(LocalDate.of(2027, 1, 2));
        assertThat(EasternTime.dateAt(Instant.parse("2027-01-03T05:00:00Z"))).isEqualTo(LocalDate.of(2027, 1, 3));
    }

    @Test
    void aCongressBeginsOnTheThirdOfJanuaryOfAnOddYear() {
        assertThat(Congress.start(119)).isEqualTo("2025-01-03");
        assertThat(Congress.start(120)).isEqualTo("2027-01-03");
        assertThat(Congress.number(LocalDate.of(2027, 1, 2))).isEqualTo(119);
        assertThat(Congress.number(LocalDate.of(2027, 1, 3))).isEqualTo(120);
        assertThat(Congress.number(LocalDate.of(2028, 6, 1))).isEqualTo(120);
    }

    @Test
    void everyStateHasANameAndTwoSenatorsAndTheOthersHaveNone() {
        assertThat(States.codes())
                .hasSize(56)
                .allSatisfy(code -> assertThat(States.name(code)).isPresent());
        assertThat(States.name("NY")).hasValue("New York");
        assertThat(States.name("ZZ")).isEmpty();
        assertThat(States.codes().stream().filter(States::hasSenators))
                .hasSize(50)
                .allSatisfy(code -> assertThat(States.senateClasses(code)).hasSize(2));
    }
}
