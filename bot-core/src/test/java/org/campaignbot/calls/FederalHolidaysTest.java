package org.campaignbot.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days listed by the Office of Personnel Management for each year, counted by hand from the law. */
class FederalHolidaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024 | 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25
            2025 | 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25
            2026 | 01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25
            2027 | 01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31
            2028 | 01-01 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-11 11-23 12-25
            2029 | 01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-11 11-12 11-22 12-25
            """)
    void aYearHasItsHolidaysAndTheDaysOnWhichTheyAreKept(int year, String days) {
        assertThat(holidays(year, false)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-20, true", // a Monday, and Martin Luther King's birthday
        "2029-01-20, true", // a Saturday, for which the law names no other day
        "2029-01-19, false",
        "2033-01-20, true",
        "2041-01-20, true", // a Sunday, and the Monday after is Martin Luther King's birthday
        "2041-01-21, true",
        "2026-01-20, false"
    })
    void inaugurationDayIsKeptInWashington(LocalDate day, boolean kept) {
        assertThat(OfficeHours.FederalHolidays.isHoliday(day, true)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"2029-01-20", "2033-01-20", "2037-01-20"})
    void inaugurationDayIsNoHolidayElsewhere(LocalDate day) {
        assertThat(OfficeHours.FederalHolidays.isHoliday(day, false)).isFalse();
    }

    private static String holidays(int year, boolean inWashington) {
        List<String> days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> OfficeHours.FederalHolidays.isHoliday(day, inWashington))
                .map(day -> day.toString().substring(5))
                .toList();
        return String.join(" ", days);
    }
}
