package org.campaignbot.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** A Tuesday. */
    private static final ZonedDateTime TEN_IN_THE_MORNING = at("2026-11-24T10:00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tomorrow at nine                             | 2026-11-25T09:00
            tomorrow                                     | 2026-11-25T09:00
            tomorrow morning                             | 2026-11-25T09:00
            tomorrow at 9:30 pm                          | 2026-11-25T21:30
            tomorrow 3                                   | 2026-11-25T15:00
            tomorrow noon                                | 2026-11-25T12:00
            tmrw after my clinical like 4ish             | 2026-11-25T16:00
            tomorrow morning after my physical therapy, about 10. can you remind me | 2026-11-25T10:00
            mañana después de misa, como 11, gracias     | 2026-11-25T11:00
            idk if i can do another one my break is over in 5. can u remind me tmrw | 2026-11-25T09:00
            mi turno termina a las 5. recuérdame mañana   | 2026-11-25T09:00
            tomorrow i want to call kelly again, remind me around 3:30 | 2026-11-25T15:30
            called kelly on monday, remind me at 6       | 2026-11-24T18:00
            mañana salgo a las 3, recuérdame como a las 3 y media | 2026-11-25T15:30
            tmrw like after 2                            | 2026-11-25T14:00
            tomorrow after 2 pls                         | 2026-11-25T14:00
            manana alas 6                                | 2026-11-25T18:00
            tomorrow around 3:30ish                      | 2026-11-25T15:30
            tomorrow at midnight                         | 2026-11-26T00:00
            3pm tomorrow please                          | 2026-11-25T15:00
            day after tomorrow at 8                      | 2026-11-26T08:00
            tommorow at nine                             | 2026-11-25T09:00
            tomorow mornin                               | 2026-11-25T09:00
            in two hours                                 | 2026-11-24T12:00
            2 hours                                      | 2026-11-24T12:00
            in 2h                                        | 2026-11-24T12:00
            in an hour                                   | 2026-11-24T11:00
            in an hour and a half                        | 2026-11-24T11:30
            in 1.5 hours                                 | 2026-11-24T11:30
            in half an hour                              | 2026-11-24T10:30
            in 30 minutes                                | 2026-11-24T10:30
            in twenty five minutes                       | 2026-11-24T10:25
            in a couple of hours                         | 2026-11-24T12:00
            in 45 mins                                   | 2026-11-24T10:45
            in two days                                  | 2026-11-26T09:00
            in two days at noon                          | 2026-11-26T12:00
            in a week                                    | 2026-12-01T09:00
            a week from today at 4                       | 2026-12-01T16:00
            Monday                                       | 2026-11-30T09:00
            on monday at 7                               | 2026-11-30T19:00
            monday 10                                    | 2026-11-30T10:00
            mon at 10am                                  | 2026-11-30T10:00
            wensday                                      | 2026-11-25T09:00
            wednesday at half past nine                  | 2026-11-25T09:30
            thrusday evening                             | 2026-11-26T18:00
            next friday 3pm                              | 2026-11-27T15:00
            next wednesday                               | 2026-12-02T09:00
            tuesday                                      | 2026-12-01T09:00
            tuesday at 5                                 | 2026-11-24T17:00
            tuesday at 9                                 | 2026-12-01T09:00
            next tuesday at 5                            | 2026-12-01T17:00
            next week                                    | 2026-11-30T09:00
            this weekend                                 | 2026-11-28T09:00
            tonight                                      | 2026-11-24T20:00
            tonight at 9                                 | 2026-11-24T21:00
            this afternoon                               | 2026-11-24T15:00
            at nine                                      | 2026-11-25T09:00
            at 3                                         | 2026-11-24T15:00
            noon                                         | 2026-11-24T12:00
            9                                            | 2026-11-25T09:00
            at 1430                                      | 2026-11-24T14:30
            today at 9                                   | 2026-11-24T21:00
            nine thirty tomorrow                         | 2026-11-25T09:30
            quarter to ten tomorrow                      | 2026-11-25T09:45
            in the morning                               | 2026-11-25T09:00
            november 27                                  | 2026-11-27T09:00
            on the 27th at 2                             | 2026-11-27T14:00
            12/1 at 8am                                  | 2026-12-01T08:00
            remind me tomorrow at nine                   | 2026-11-25T09:00
            remind me to call my two senators tomorrow at nine | 2026-11-25T09:00
            mañana a las nueve                           | 2026-11-25T09:00
            manana a las 9                               | 2026-11-25T09:00
            mañana por la mañana                         | 2026-11-25T09:00
            mañana a las nueve y media                   | 2026-11-25T09:30
            mañana a las diez menos cuarto               | 2026-11-25T09:45
            mañana a la una                              | 2026-11-25T13:00
            mañana a las 15h                             | 2026-11-25T15:00
            mañana a las 9 de la noche                   | 2026-11-25T21:00
            mañana a las 4 hora del pacifico             | 2026-11-25T16:00
            mañana a las 10 horas                        | 2026-11-25T10:00
            mañana en la tarde                           | 2026-11-25T15:00
            pasado mañana a las 3 de la tarde            | 2026-11-26T15:00
            en dos horas                                 | 2026-11-24T12:00
            dentro de una hora y media                   | 2026-11-24T11:30
            en media hora                                | 2026-11-24T10:30
            en un par de horas                           | 2026-11-24T12:00
            en 30 minutos                                | 2026-11-24T10:30
            en tres días                                 | 2026-11-27T09:00
            el lunes                                     | 2026-11-30T09:00
            el lunes a las 8 de la mañana                | 2026-11-30T08:00
            el próximo viernes a las 3                   | 2026-11-27T15:00
            el viernes que viene                         | 2026-11-27T09:00
            el miércoles que viene                       | 2026-12-02T09:00
            la semana que viene                          | 2026-11-30T09:00
            el fin de semana                             | 2026-11-28T09:00
            esta noche                                   | 2026-11-24T20:00
            esta tarde a las 4                           | 2026-11-24T16:00
            hoy a las 5                                  | 2026-11-24T17:00
            al mediodía                                  | 2026-11-24T12:00
            27 de noviembre                              | 2026-11-27T09:00
            el 27 a las 10                               | 2026-11-27T10:00
            recuérdame mañana a las nueve                | 2026-11-25T09:00
            can i do it later tonite like 9              | 2026-11-24T21:00
            en la noche como a las 9                     | 2026-11-24T21:00
            tmrw 1230                                    | 2026-11-25T12:30
            friday 330 pm                                | 2026-11-27T15:30
            make the reminder 1230 tomorrow               | 2026-11-25T12:30
            remind me friday 930                         | 2026-11-27T09:30
            enough for one morning, remind me on friday  | 2026-11-27T09:00
            got my 2:40 run. remind me friday at 10      | 2026-11-27T10:00
            tengo cita a las 3, avíseme mañana a las 11  | 2026-11-25T11:00
            """)
    void wordsMeanWhatPeopleMean(String words, LocalDateTime meant) {
        assertThat(TimeWords.read(words, TEN_IN_THE_MORNING)).isEqualTo(new TimeWords.At(meant.atZone(NEW_YORK)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "later",
                "today",
                "soon",
                "más tarde",
                "hello",
                "call",
                "10001",
                "the bill",
                "each of them at nine",
                "todos a las 9",
                "when a new action comes up",
                "february 31",
                "two senators",
                "that is enough for one morning",
                "may I call there",
                "is it right to call"
            })
    void wordsForNoTimeAreUnclear(String words) {
        assertThat(TimeWords.read(words, TEN_IN_THE_MORNING)).isInstanceOf(TimeWords.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every day at eleven            | 2026-11-24T11:00
            every wednesday at 12:30       | 2026-11-25T12:30
            each monday at 9               | 2026-11-30T09:00
            cada lunes                     | 2026-11-30T09:00
            todos los miércoles a las 12   | 2026-11-25T12:00
            """)
    void timesThatComeAgainAndAgainHaveAFirst(String words, LocalDateTime first) {
        assertThat(TimeWords.read(words, TEN_IN_THE_MORNING)).isEqualTo(new TimeWords.Every(first.atZone(NEW_YORK)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "ayer", "today at 8 am", "this morning at 9", "two hours ago", "hace dos horas"})
    void whatIsOverIsPast(String words) {
        assertThat(TimeWords.read(words, TEN_IN_THE_MORNING)).isInstanceOf(TimeWords.Past.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in 61 days",
                "in 3 months",
                "november 3",
                "february 1",
                "en tres meses",
                "in 9999 weeks",
                "in 999999999 hours"
            })
    void whatLiesBeyondSixtyDaysIsTooFar(String words) {
        assertThat(TimeWords.read(words, TEN_IN_THE_MORNING)).isInstanceOf(TimeWords.Far.class);
    }

    @Test
    void anHourThatIsSkippedInSpringIsTheSameLengthLater() {
        assertThat(TimeWords.read("tomorrow at 2:30 am", at("2027-03-13T10:00")))
                .isEqualTo(new TimeWords.At(at("2027-03-14T03:30")));
    }

    @Test
    void anHourThatComesTwiceInAutumnIsTheFirstOfTheTwo() {
        TimeWords.Meaning meaning = TimeWords.read("tomorrow at 1:30 am", at("2026-10-31T10:00"));
        assertThat(meaning)
                .isEqualTo(new TimeWords.At(ZonedDateTime.parse("2026-11-01T01:30-04:00[America/New_York]")));
    }

    @Test
    void hoursAreCountedAsTheyPassOverTheChangeOfClocks() {
        TimeWords.Meaning meaning = TimeWords.read("in 24 hours", at("2026-10-31T10:00"));
        assertThat(meaning).isEqualTo(new TimeWords.At(at("2026-11-01T09:00")));
    }

    @Test
    void tonightSaidLateInTheEveningIsAnHourAhead() {
        assertThat(TimeWords.read("tonight", at("2026-11-24T21:10")))
                .isEqualTo(new TimeWords.At(at("2026-11-24T22:10")));
        assertThat(TimeWords.read("tonight", at("2026-11-24T23:30"))).isInstanceOf(TimeWords.Past.class);
    }

    @Test
    void nobodyCanMakeItFail() {
        for (String words : new String[] {
            "in 99999999 hours",
            "25:99",
            "at 99",
            "31/31",
            "0/0",
            "la la la",
            "y y y y",
            "half half",
            "menos cuarto",
            "🗳️ 9"
        }) {
            assertThat(TimeWords.read(words, TEN_IN_THE_MORNING)).isNotNull();
        }
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no wednesday not monday                              | 2026-11-25T09:00
            no el lunes, el miércoles                            | 2026-11-25T09:00
            a las 10, no a las 9                                 | 2026-11-25T10:00
            not at 9, at 11                                      | 2026-11-24T11:00
            no, wednesday at 3                                   | 2026-11-25T15:00
            make it 7 am so its 9 in dc                          | 2026-11-25T07:00
            hi cant call now its sunday night remind me tmrw     | 2026-11-25T09:00
            mejor ponlo a las 10 de la mañana q a las 3 trabajo  | 2026-11-25T10:00
            espera mañana no puedo, mejor el viernes             | 2026-11-27T09:00
            i can't tomorrow, make it thursday                   | 2026-11-26T09:00
            can you make it 4                                    | 2026-11-24T16:00
            después del trabajo a las 5                          | 2026-11-24T17:00
            ya es tarde, recuérdame mañana                       | 2026-11-25T09:00
            """)
    void whatIsDeniedOrNotPossibleOrNowIsNotMeant(String words, String expected) {
        assertThat(TimeWords.read(words, TEN_IN_THE_MORNING)).isEqualTo(new TimeWords.At(at(expected)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1pm                        | 2026-11-27T13:00
            make it 7 am               | 2026-11-27T07:00
            a las 11, no a las 10      | 2026-11-27T11:00
            thursday                   | 2026-11-26T10:00
            mejor el lunes             | 2026-11-30T10:00
            nah a las 9 estoy en el jale, mejor como a las 12:30 | 2026-11-27T12:30
            no at 9 I'm driving, make it 2 pm                    | 2026-11-27T14:00
            no wednesday not monday    | 2026-11-25T10:00
            tuesday                    | 2026-12-01T10:00
            tomorrow                   | 2026-11-25T10:00
            the day after tomorrow     | 2026-11-26T10:00
            thursday at noon           | 2026-11-26T12:00
            in two hours               | 2026-11-24T12:00
            tonight                    | 2026-11-24T20:00
            """)
    void aChangeKeepsTheDayOrTheClockTimeThatItDoesNotName(String words, String expected) {
        assertThat(TimeWords.change(words, at("2026-11-27T10:00"), TEN_IN_THE_MORNING))
                .isEqualTo(new TimeWords.At(at(expected)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            actually make it wednesday | 2026-12-09T10:00
            mejor el viernes           | 2026-12-11T10:00
            make it monday             | 2026-12-07T10:00
            tomorrow                   | 2026-11-25T10:00
            december 2                 | 2026-12-02T10:00
            """)
    void aDayOfTheWeekChangesAReminderWithinItsWeek(String words, String expected) {
        assertThat(TimeWords.change(words, at("2026-12-08T10:00"), TEN_IN_THE_MORNING))
                .isEqualTo(new TimeWords.At(at(expected)));
    }

    @Test
    void aChangeOfThisEveningMeansTheEvening() {
        ZonedDateTime evening = at("2026-11-24T19:30");
        assertThat(TimeWords.change("make it 8", evening, TEN_IN_THE_MORNING))
                .isEqualTo(new TimeWords.At(at("2026-11-24T20:00")));
        assertThat(TimeWords.change("9 am", evening, TEN_IN_THE_MORNING))
                .isEqualTo(new TimeWords.At(at("2026-11-25T09:00")));
    }

    @Test
    void aDayThatItsYearDoesNotHaveIsNoOtherDay() {
        assertThat(TimeWords.read("february 29 at 9", TEN_IN_THE_MORNING)).isInstanceOf(TimeWords.Unclear.class);
        assertThat(TimeWords.read("feb 29 at 9", at("2028-01-10T10:00")))
                .isEqualTo(new TimeWords.At(at("2028-02-29T09:00")));
    }

    @Test
    void aTextMaySayOnlyWhatIsNotPossible() {
        LocalDate today = TEN_IN_THE_MORNING.toLocalDate();
        assertThat(TimeWords.isRefused("i cant at 9", today)).isTrue();
        assertThat(TimeWords.isRefused("no puedo el viernes", today)).isTrue();
        assertThat(TimeWords.isRefused("i cant at 9, at 10", today)).isFalse();
        assertThat(TimeWords.isRefused("at 9", today)).isFalse();
    }

    @Test
    void theTimeZoneOfTheMountainsIsNoMorning() {
        assertThat(TimeWords.says("montaña", TEN_IN_THE_MORNING.toLocalDate())).isFalse();
    }
}
