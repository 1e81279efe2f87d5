package org.campaignbot.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void weeksRunFromMondayToSunday() {
        Period week = Period.ofWeeks(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 29));
        assertThat(week).isEqualTo(new Period(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 29)));
        assertThat(week.weeks()).containsExactly(LocalDate.of(2026, 11, 23));
        assertThat(week.isMonths()).isFalse();
    }

    @Test
    void fourWeeksMayBeAMonth() {
        Period february = Period.ofMonths(YearMonth.of(2027, 2), YearMonth.of(2027, 2));
        assertThat(february.isWeeks()).isTrue();
        assertThat(february.weeks()).hasSize(4);
        assertThat(february.months()).containsExactly(YearMonth.of(2027, 2));
    }

    @Test
    void nothingElseIsAPeriod() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThatThrownBy(() -> new Period(monday, monday)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Period.isWhole(monday, LocalDate.of(2026, 11, 30))).isFalse();
        assertThat(Period.isWhole(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 29)))
                .isFalse();
        assertThat(Period.isWhole(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 1)))
                .isFalse();
        assertThat(Period.isWhole(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 22)))
                .isFalse();
    }
}
