package org.campaignbot.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.campaignbot.times.ExactTime.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** A Tuesday. */
    private static final ZonedDateTime TEN_IN_THE_MORNING = at("2026-11-24T10:00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Friday 6pm                              | 2026-11-27T18:00
            friday 6 pm                             | 2026-11-27T18:00
            fri 6p                                  | 2026-11-27T18:00
            firday at 6pm pls                       | 2026-11-27T18:00
            6pm on friday                           | 2026-11-27T18:00
            this friday at 18:00                    | 2026-11-27T18:00
            friday at six in the evening            | 2026-11-27T18:00
            friday noon                             | 2026-11-27T12:00
            friday morning                          | 2026-11-27T09:00
            friday next week 6pm                    | 2026-12-04T18:00
            friday dec 4 6pm                        | 2026-12-04T18:00
            friday the 4th at 6pm                   | 2026-12-04T18:00
            friday 4 at 6pm                         | 2026-12-04T18:00
            tomorrow at 9am                         | 2026-11-25T09:00
            tomorow 9 am et                         | 2026-11-25T09:00
            tmrw 9am                                | 2026-11-25T09:00
            2moro at 9am                            | 2026-11-25T09:00
            mñn a las 9am                           | 2026-11-25T09:00
            tomorrow at 9 in the morning            | 2026-11-25T09:00
            day after tomorrow 5:30pm               | 2026-11-26T17:30
            tonight                                 | 2026-11-24T20:00
            tonight at 9                            | 2026-11-24T21:00
            tonite 9                                | 2026-11-24T21:00
            today at 6 pm                           | 2026-11-24T18:00
            in 2 hours                              | 2026-11-24T12:00
            2 hrs                                   | 2026-11-24T12:00
            in an hour and a half                   | 2026-11-24T11:30
            in 3 days at 6pm                        | 2026-11-27T18:00
            a week from today at 4pm                | 2026-12-01T16:00
            noon                                    | 2026-11-24T12:00
            midnight                                | 2026-11-25T00:00
            6pm                                     | 2026-11-24T18:00
            18:00                                   | 2026-11-24T18:00
            Dec 2 6:30 pm                           | 2026-12-02T18:30
            dec. 2, 6.30pm                          | 2026-12-02T18:30
            december 2nd at 6:30 p.m.               | 2026-12-02T18:30
            2 dec 18:30                             | 2026-12-02T18:30
            12/2 6pm                                | 2026-12-02T18:00
            12/2/26 6pm                             | 2026-12-02T18:00
            12/2/2026 6 pm eastern time             | 2026-12-02T18:00
            2026-12-02 18:00                        | 2026-12-02T18:00
            2026-12-02 6pm                          | 2026-12-02T18:00
            2026-12-02 09:30                        | 2026-12-02T09:30
            2026-12-02 10:00                        | 2026-12-02T10:00
            2026-12-02 10:00 pm                     | 2026-12-02T22:00
            2026-12-02 09:30 pm                     | 2026-12-02T21:30
            friday 09:30                            | 2026-11-27T09:30
            jan 5 2027 10am                         | 2027-01-05T10:00
            january 5 10am                          | 2027-01-05T10:00
            el viernes a las 18                     | 2026-11-27T18:00
            viernes 18h                             | 2026-11-27T18:00
            el viernes a las 6 de la tarde          | 2026-11-27T18:00
            el vierne a las 6 pm                    | 2026-11-27T18:00
            vie 6pm                                 | 2026-11-27T18:00
            el viernes 4 de diciembre a las 18:00   | 2026-12-04T18:00
            el viernes de la semana que viene 6pm   | 2026-12-04T18:00
            mañana a las 9 de la mañana             | 2026-11-25T09:00
            manana a las 9 de la manana             | 2026-11-25T09:00
            mañana por la mañana                    | 2026-11-25T09:00
            pasado mañana a las 9 am                | 2026-11-26T09:00
            mañana a las nueve y media de la noche  | 2026-11-25T21:30
            2 de diciembre a las 6 pm               | 2026-12-02T18:00
            2 de diciembre de 2026 a las 6 pm       | 2026-12-02T18:00
            el 2 de dic a las 18:00 hora del este   | 2026-12-02T18:00
            esta noche                              | 2026-11-24T20:00
            esta noche a las 9                      | 2026-11-24T21:00
            hoy a las 6 de la tarde                 | 2026-11-24T18:00
            en 2 horas                              | 2026-11-24T12:00
            dentro de media hora                    | 2026-11-24T10:30
            mediodia                                | 2026-11-24T12:00
            el viernes al mediodía                  | 2026-11-27T12:00
            before 6 pm Eastern on Friday           | 2026-11-27T18:00
            until friday 6pm                        | 2026-11-27T18:00
            antes del viernes a las 6 de la tarde   | 2026-11-27T18:00
            hasta el viernes a las 18               | 2026-11-27T18:00
            tomorrow early in the morning           | 2026-11-25T09:00
            1/5 6pm                                 | 2027-01-05T18:00
            December 8 5pm Pacific                  | 2026-12-08T20:00
            dec 8 5 pm pt                           | 2026-12-08T20:00
            dec 8 5pm PST                           | 2026-12-08T20:00
            dec 8 5pm Pacific Standard Time         | 2026-12-08T20:00
            july 6 2027 5pm pdt                     | 2027-07-06T20:00
            july 6 2027 5pm Pacific                 | 2027-07-06T20:00
            friday 5pm (Central time)               | 2026-11-27T18:00
            friday 5pm CST                          | 2026-11-27T18:00
            friday 9 am mountain                    | 2026-11-27T11:00
            friday 10pm pacific                     | 2026-11-28T01:00
            pacific time, friday 5pm                | 2026-11-27T20:00
            tomorrow noon hawaii time               | 2026-11-25T17:00
            friday 1pm alaska                       | 2026-11-27T17:00
            in 2 hours pacific                      | 2026-11-24T12:00
            2026-12-08 17:00 PT                     | 2026-12-08T20:00
            el 8 de diciembre a las 5 de la tarde, hora del Pacífico | 2026-12-08T20:00
            el viernes a las 17 hora del Pacífico   | 2026-11-27T20:00
            mañana a las 9 am hora del Centro       | 2026-11-25T10:00
            mañana a las 9 am hora central          | 2026-11-25T10:00
            el viernes 6 pm, hora de la Montaña     | 2026-11-27T20:00
            este viernes 6 pm hora del Este         | 2026-11-27T18:00
            """)
    void wordsForOneTimeAreThatTime(String words, LocalDateTime meant) {
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING)).isEqualTo(new ExactTime.At(meant.atZone(NEW_YORK)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tomorrow at 9            | HALF_OF_DAY | 2026-11-25T09:00 2026-11-25T21:00
            friday 6                 | HALF_OF_DAY | 2026-11-27T06:00 2026-11-27T18:00
            fri 6:30                 | HALF_OF_DAY | 2026-11-27T06:30 2026-11-27T18:30
            dec 2 6                  | HALF_OF_DAY | 2026-12-02T06:00 2026-12-02T18:00
            6                        | HALF_OF_DAY | 2026-11-24T18:00 2026-11-25T06:00
            6 oclock                 | HALF_OF_DAY | 2026-11-24T18:00 2026-11-25T06:00
            friday 12                | HALF_OF_DAY | 2026-11-27T00:00 2026-11-27T12:00
            today at 9               | HALF_OF_DAY | 2026-11-24T21:00
            el viernes a las 6       | HALF_OF_DAY | 2026-11-27T06:00 2026-11-27T18:00
            mañana a las 9           | HALF_OF_DAY | 2026-11-25T09:00 2026-11-25T21:00
            tuesday 6pm              | WHICH_DAY   | 2026-11-24T18:00 2026-12-01T18:00
            tuesday 9 am             | WHICH_DAY   | 2026-12-01T09:00
            el martes a las 18       | WHICH_DAY   | 2026-11-24T18:00 2026-12-01T18:00
            tuesday at 6             | WHICH_DAY   | 2026-11-24T18:00 2026-12-01T06:00 2026-12-01T18:00
            next friday 6pm          | WHICH_DAY   | 2026-11-27T18:00 2026-12-04T18:00
            el próximo viernes 6pm   | WHICH_DAY   | 2026-11-27T18:00 2026-12-04T18:00
            friday midnight          | WHICH_DAY   | 2026-11-27T00:00 2026-11-28T00:00
            friday night at 2        | WHICH_DAY   | 2026-11-27T02:00 2026-11-28T02:00
            9 am                     | WHICH_DAY   | 2026-11-25T09:00
            in the morning           | WHICH_DAY   | 2026-11-25T09:00
            5/12 6pm                 | WHICH_DAY   | 2026-12-05T18:00 2027-05-12T18:00
            04/12/2026 6 pm          | WHICH_DAY   | 2026-12-04T18:00
            02/01/2027 6 pm          | WHICH_DAY   | 2027-01-02T18:00 2027-02-01T18:00
            friday 5 pacific         | HALF_OF_DAY | 2026-11-27T08:00 2026-11-27T20:00
            july 6 2027 5pm PST      | SEASON      | 2027-07-06T20:00 2027-07-06T21:00
            july 6 2027 5pm EST      | SEASON      | 2027-07-06T17:00 2027-07-06T18:00
            dec 8 5pm mdt            | SEASON      | 2026-12-08T18:00 2026-12-08T19:00
            dec 8 5pm Central Daylight Time | SEASON | 2026-12-08T17:00 2026-12-08T18:00
            """)
    void wordsForSeveralTimesAreAllOfThem(String words, Why why, String times) {
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING))
                .isEqualTo(new ExactTime.Either(
                        why,
                        Arrays.stream(times.split(" ", -1))
                                .map(ExactTimeTest::at)
                                .collect(Collectors.toList())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | NOTHING
            soon                      | NOTHING
            friday                    | NO_HOUR
            tomorrow                  | NO_HOUR
            12/2                      | NO_HOUR
            in 2 days                 | NO_HOUR
            el viernes                | NO_HOUR
            next week                 | NO_DAY
            mañana temprano           | NO_HOUR
            the day before friday 6pm | UNREAD
            the weekend at 6pm        | NO_DAY
            friday or saturday 6pm    | SEVERAL
            friday 6pm 7pm            | UNREAD
            friday 6-8pm              | SEVERAL
            friday dec 3 6pm          | WRONG_DAY
            Wed December 8            | WRONG_DAY
            tomorrow friday 6pm       | WRONG_DAY
            miércoles 8 de diciembre  | WRONG_DAY
            friday 8pm ET / 5pm PT    | SEVERAL
            friday 5pm local time     | UNREAD
            friday pacific            | NO_HOUR
            today 6am pacific         | PAST
            in 2 hours at 6pm         | SEVERAL
            today tomorrow 6pm        | SEVERAL
            yesterday 6pm             | PAST
            2 hours ago               | PAST
            today 9am                 | PAST
            nov 3 6pm                 | PAST
            2026-11-20 18:00          | PAST
            hoy a las 9 de la mañana  | PAST
            hace dos horas            | PAST
            after the vote on friday at 6pm | UNREAD
            every friday 6pm          | UNREAD
            2026-02-30 10:00          | UNREAD
            2026-13-02 10:00          | UNREAD
            friday 25:00              | UNREAD
            friday end of day 6pm     | UNREAD
            25.11.2026 18:00          | UNREAD
            """)
    void whatIsNoTimeSaysWhy(String words, Why why) {
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING))
                .isInstanceOfSatisfying(
                        ExactTime.Not.class, not -> assertThat(not.why()).isEqualTo(why));
    }

    @Test
    void anHourThatClocksSkipIsRefused() {
        assertThat(ExactTime.read("tomorrow 2:30 am", at("2027-03-13T10:00")))
                .isEqualTo(new ExactTime.Not(Why.SKIPPED, "tomorrow 2:30 am"));
        assertThat(ExactTime.read("2027-03-14 02:30", at("2027-03-13T10:00")))
                .isEqualTo(new ExactTime.Not(Why.SKIPPED, "2027-03-14 02:30"));
    }

    @Test
    void anHourThatClocksHaveTwiceIsAskedUnlessItsNameTells() {
        ZonedDateTime first = ZonedDateTime.parse("2026-11-01T01:30-04:00[America/New_York]");
        ZonedDateTime second = ZonedDateTime.parse("2026-11-01T01:30-05:00[America/New_York]");
        ZonedDateTime before = at("2026-10-31T10:00");
        assertThat(ExactTime.read("tomorrow at 1:30 am", before))
                .isEqualTo(new ExactTime.Either(Why.TWICE, List.of(first, second)));
        assertThat(ExactTime.read("tomorrow at 1:30 am EDT", before)).isEqualTo(new ExactTime.At(first));
        assertThat(ExactTime.read("tomorrow at 1:30 am est", before)).isEqualTo(new ExactTime.At(second));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wed December 8            | 2026-12-08
            miércoles 8 de diciembre  | 2026-12-08
            today friday 6pm          | 2026-11-24
            friday jan 5 2027 6pm     | 2027-01-05
            """)
    void aDateThatIsAnotherDayOfTheWeekIsToldByItself(String words, LocalDate date) {
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING)).isEqualTo(new ExactTime.Not(Why.WRONG_DAY, words, date));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Out west clocks go forward on March 14, 2027, three hours after those in the East.
            march 14 2027 1 am pacific   | 2027-03-14T05:00
            march 14 2027 3:30 am pacific | 2027-03-14T06:30
            march 13 2027 11 pm pacific  | 2027-03-14T02:00-05:00
            """)
    void clocksGoForwardInEachZoneAtItsOwnTime(String words, String meant) {
        ZonedDateTime time =
                meant.endsWith("-05:00") ? ZonedDateTime.parse(meant).withZoneSameInstant(NEW_YORK) : at(meant);
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING)).isEqualTo(new ExactTime.At(time));
    }

    @Test
    void anHourThatClocksOutWestSkipOrHaveTwiceIsNotTaken() {
        assertThat(ExactTime.read("march 14 2027 2:30 am Pacific", TEN_IN_THE_MORNING))
                .isEqualTo(new ExactTime.Not(Why.SKIPPED, "march 14 2027 2:30 am Pacific"));
        assertThat(ExactTime.read("nov 7 2027 1:30 am pacific", TEN_IN_THE_MORNING))
                .isEqualTo(new ExactTime.Either(Why.TWICE, List.of(at("2027-11-07T03:30"), at("2027-11-07T04:30"))));
        assertThat(ExactTime.read("nov 7 2027 1:30 am pst", TEN_IN_THE_MORNING))
                .isEqualTo(new ExactTime.At(at("2027-11-07T04:30")));
        assertThat(ExactTime.read("oct 31 2026 10:30 pm pacific", at("2026-10-20T10:00")))
                .as("an hour that Eastern clocks have twice is one of them")
                .isEqualTo(new ExactTime.At(ZonedDateTime.parse("2026-11-01T01:30-04:00[America/New_York]")));
    }

    @Test
    void lateInTheEveningOutWestADayMayBeThatOfEitherClock() {
        ZonedDateTime oneAtNight = at("2026-11-25T01:00");
        assertThat(ExactTime.read("tomorrow 5pm pacific", oneAtNight))
                .isEqualTo(
                        new ExactTime.Either(Why.WHICH_DAY, List.of(at("2026-11-25T20:00"), at("2026-11-26T20:00"))));
        assertThat(ExactTime.read("nov 27 5pm pacific", oneAtNight))
                .isEqualTo(new ExactTime.At(at("2026-11-27T20:00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tomorrow                  | 2026-11-25T18:00
            friday                    | 2026-11-27T18:00
            until friday              | 2026-11-27T18:00
            friday eastern time       | 2026-11-27T18:00
            today                     | 2026-11-24T18:00
            in 3 days                 | 2026-11-27T18:00
            dec 2                     | 2026-12-02T18:00
            2026-12-02                | 2026-12-02T18:00
            el viernes                | 2026-11-27T18:00
            mañana                    | 2026-11-25T18:00
            friday 9 am               | 2026-11-27T09:00
            tonight                   | 2026-11-24T20:00
            """)
    void aDayAloneHasTheUsualTimeWhereThereIsOne(String words, LocalDateTime meant) {
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING, LocalTime.of(18, 0)))
                .isEqualTo(new ExactTime.At(meant.atZone(NEW_YORK)));
    }

    @Test
    void aDayOfTheWeekThatIsTodayIsAskedEvenWithTheUsualTime() {
        assertThat(ExactTime.read("Tuesday", TEN_IN_THE_MORNING, LocalTime.of(18, 0)))
                .isEqualTo(
                        new ExactTime.Either(Why.WHICH_DAY, List.of(at("2026-11-24T18:00"), at("2026-12-01T18:00"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before friday", "antes del viernes", "mañana temprano", "friday pacific"})
    void aDayThatAsksForAnotherHourNeedsItEvenWhereThereIsAUsualTime(String words) {
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING, LocalTime.of(18, 0)))
                .isEqualTo(new ExactTime.Not(Why.NO_HOUR, words));
    }

    @Test
    void todayAloneNeedsItsHourOnceTheUsualTimeIsOver() {
        assertThat(ExactTime.read("today", at("2026-11-24T19:00"), LocalTime.of(18, 0)))
                .isEqualTo(new ExactTime.Not(Why.NO_HOUR, "today"));
    }

    @Test
    void tonightIsOverLateInTheEvening() {
        assertThat(ExactTime.read("tonight", at("2026-11-24T21:10"))).isEqualTo(new ExactTime.Not(Why.PAST, "tonight"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"in 99999999 hours", "31/31", "0/0 6pm", "la la la", "y y y y", "menos cuarto", "🗳️ 9", "el 31"
            })
    void nobodyCanMakeItFail(String words) {
        assertThat(ExactTime.read(words, TEN_IN_THE_MORNING)).isNotNull();
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK);
    }
}
