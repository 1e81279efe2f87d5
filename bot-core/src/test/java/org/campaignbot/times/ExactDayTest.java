package org.campaignbot.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDayTest {

    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24            | 2026-11-24
            2019-01-03            | 2019-01-03
            today                 | 2026-11-28
            Hoy                   | 2026-11-28
            yesterday             | 2026-11-27
            ayer                  | 2026-11-27
            tomorrow              | 2026-11-29
            Nov. 27               | 2026-11-27
            november 27th         | 2026-11-27
            Friday, Nov. 27       | 2026-11-27
            27 nov                | 2026-11-27
            el 27 de noviembre    | 2026-11-27
            11/27                 | 2026-11-27
            11/27/2026            | 2026-11-27
            June 3                | 2026-06-03
            Jan. 3                | 2027-01-03
            January 3, 2026       | 2026-01-03
            """)
    void aDayIsReadInBothLanguagesAndTheNearestIsMeant(String text, LocalDate day) {
        assertThat(ExactDay.read(text, TODAY)).hasValue(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "Friday",
                "last Friday",
                "Thursday, Nov. 27",
                "Nov. 27 at 6 pm",
                "6 pm",
                "Nov. 27 or Nov. 28",
                "next week",
                "Nov. 31",
                "three days ago",
                "2026-13-01",
                "Nov. 27, 1998",
                "in two days",
                "every Nov. 27",
                "3/12",
                "11/12/2026"
            })
    void whatNamesNoOneDayIsNotGuessed(String text) {
        assertThat(ExactDay.read(text, TODAY)).isEmpty();
    }

    @Test
    void noTextMakesItThrow() {
        Random random = new Random(7);
        String letters = "nov 27, 2026-11/ de hoy ayer th .";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(ExactDay.read(text.toString(), TODAY)).isNotNull();
        }
    }
}
