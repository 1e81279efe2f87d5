package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.people.Language;
import org.campaignbot.times.ExactTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTimeTest {

    /** A Tuesday, seven in the morning in Washington. */
    private static final Instant NOW = Instant.parse("2026-06-30T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25 18:00, 2026-11-25T23:00:00Z",
        "2026-07-04 09:30, 2026-07-04T13:30:00Z",
        "friday 6pm, 2026-07-03T22:00:00Z",
        "el viernes a las 18, 2026-07-03T22:00:00Z",
        "friday 3pm Pacific, 2026-07-03T22:00:00Z",
        "el viernes a las 3 pm hora del Pacífico, 2026-07-03T22:00:00Z",
        "2026-11-25T18:00:00-05:00, 2026-11-25T23:00:00Z",
        "2026-11-25T23:00:00Z, 2026-11-25T23:00:00Z"
    })
    void aTimeIsThatOfWashingtonUnlessItTellsItsZoneOrOffset(String text, Instant instant) {
        assertThat(AlertTime.read(text, NOW)).isEqualTo(new ExactTime.At(instant.atZone(EasternTime.ZONE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-02-30 10:00",
                "2026-11-25",
                "2026-11-25T18:00:00",
                "25.11.2026 18:00",
                "2026-06-29T18:00:00Z"
            })
    void anythingElseIsNoneAndSaysWhatToWrite(String text) {
        ExactTime.Reading reading = AlertTime.read(text, NOW);
        assertThat(reading).isInstanceOf(ExactTime.Not.class);
        assertThat(AlertTime.problem(text, reading)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            friday            | "friday" has no hour | add one, as in "friday 6 pm"
            next week         | "next week" isn't one day | write it as Friday 6 pm, or 2026-12-02 18:00, Eastern time
            fri or sat 6pm    | "fri or sat 6pm" names several times | write one of them, as Friday 6 pm, or 2026-12-02 18:00, Eastern time
            yesterday 6pm     | "yesterday 6pm" has already passed | write a later time
            2027-03-14 02:30  | "2027-03-14 02:30" doesn't exist: clocks skip that hour | write a time before or after it
            friday 6pm local  | "friday 6pm local" isn't a time: what does "local" mean? | write it as Friday 6 pm, or 2026-12-02 18:00, Eastern time
            Wed December 8    | "Wed December 8" doesn't match: December 8 is a Tuesday | write the day that is meant, as Friday 6 pm, or 2026-12-02 18:00, Eastern time
            fri 6pm ET/3pm PT | "fri 6pm ET/3pm PT" names several times | write one of them, as Friday 6 pm, or 2026-12-02 18:00, Eastern time
            july 6 5pm PST    | "july 6 5pm PST" can mean Monday, July 6, 2026, 8:00 PM Eastern time or Monday, July 6, 2026, 9:00 PM Eastern time | write "2026-07-06 20:00" or "2026-07-06 21:00"
            soon              | "soon" isn't a time | write it as Friday 6 pm, or 2026-12-02 18:00, Eastern time
            tomorrow at 9     | "tomorrow at 9" can mean Wednesday, July 1, 2026, 9:00 AM Eastern time or Wednesday, July 1, 2026, 9:00 PM Eastern time | write "2026-07-01 09:00" or "2026-07-01 21:00"
            2026-11-01 01:30  | "2026-11-01 01:30" can mean Sunday, November 1, 2026, 1:30 AM EDT or Sunday, November 1, 2026, 1:30 AM EST | write "2026-11-01T01:30-04:00" or "2026-11-01T01:30-05:00"
            """)
    void whatIsInTheWayIsSaidWithWhatToWrite(String text, String message, String fix) {
        assertThat(AlertTime.problem(text, AlertTime.read(text, NOW))).contains(new AlertTime.Problem(message, fix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"friday", "el viernes", "2026-07-03", "until July 3", "friday 6 pm"})
    void aDayAloneEndsAnAlertAtSixInTheEvening(String text) {
        assertThat(AlertTime.readEnd(text, NOW))
                .isEqualTo(
                        new ExactTime.At(Instant.parse("2026-07-03T22:00:00Z").atZone(EasternTime.ZONE)));
    }

    @Test
    void aDateIsSaidInEitherLanguage() {
        LocalDate date = LocalDate.of(2026, 12, 8);
        assertThat(AlertTime.date(date, Language.ENGLISH)).isEqualTo("December 8");
        assertThat(AlertTime.weekday(date, Language.ENGLISH)).isEqualTo("Tuesday");
        assertThat(AlertTime.date(date, Language.SPANISH)).isEqualTo("8 de diciembre");
        assertThat(AlertTime.weekday(date, Language.SPANISH)).isEqualTo("martes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-25T23:00:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2020-01-01T12:00:00Z"})
    void whatIsWrittenIsReadAgainEvenWhenItIsOver(Instant instant) {
        assertThat(AlertTime.written(AlertTime.write(instant))).contains(instant);
    }

    @Test
    void aTimeIsWrittenToTheMinute() {
        assertThat(AlertTime.write(Instant.parse("2026-11-25T23:00:30Z"))).isEqualTo("2026-11-25 18:00");
        assertThat(AlertTime.written("friday 6pm")).isEmpty();
        assertThat(AlertTime.say(Instant.parse("2026-11-25T23:00:30Z")))
                .isEqualTo("Wednesday, November 25, 2026, 6:00 PM Eastern time");
    }
}
