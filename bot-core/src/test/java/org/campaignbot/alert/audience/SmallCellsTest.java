package org.campaignbot.alert.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    @Test
    void fewerThanTenAreFew() {
        assertThat(SmallCells.shown(0)).isEqualTo("0");
        assertThat(SmallCells.shown(1)).isEqualTo("few");
        assertThat(SmallCells.shown(9)).isEqualTo("few");
        assertThat(SmallCells.shown(10)).isEqualTo("10");
    }

    @Test
    void theOnlySmallCellTakesTheNextOneWithItSoThatTheTotalTellsNeither() {
        assertThat(SmallCells.shown(Map.of("NY", 500L, "VT", 12L, "WY", 3L)))
                .isEqualTo(Map.of("NY", "500", "VT", "few", "WY", "few"));
    }

    @Test
    void severalSmallCellsThatAreTenTogetherHideEachOther() {
        assertThat(SmallCells.shown(Map.of("NY", 500L, "VT", 12L, "WY", 6L, "AK", 7L)))
                .isEqualTo(Map.of("NY", "500", "VT", "12", "WY", "few", "AK", "few"));
    }

    @Test
    void aCellOfNobodyIsLeftOut() {
        assertThat(SmallCells.shown(Map.of("NY", 500L, "VT", 0L))).isEqualTo(Map.of("NY", "500"));
    }
}
