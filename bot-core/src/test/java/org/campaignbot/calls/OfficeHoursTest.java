package org.campaignbot.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final OfficeHours WASHINGTON = new OfficeHours(EASTERN, true);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T13:59:59Z, NIGHT",
        "2026-11-24T14:00:00Z, OPEN",
        "2026-11-24T21:59:59Z, OPEN",
        "2026-11-24T22:00:00Z, NIGHT",
        "2026-11-26T15:00:00Z, HOLIDAY",
        "2026-11-28T15:00:00Z, WEEKEND",
        "2026-07-03T15:00:00Z, HOLIDAY",
        "2026-07-04T15:00:00Z, WEEKEND"
    })
    void anOfficeIsUsuallyOpenOnWeekdaysFromNineToFive(Instant instant, OfficeHours.Now now) {
        assertThat(WASHINGTON.at(instant)).isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-30T13:00:00Z, OPEN", // the last Friday of summer time
        "2026-11-02T13:00:00Z, NIGHT", // the Monday after
        "2026-11-02T14:00:00Z, OPEN",
        "2027-03-12T13:00:00Z, NIGHT",
        "2027-03-15T13:00:00Z, OPEN"
    })
    void theHoursFollowSummerTime(Instant instant, OfficeHours.Now now) {
        assertThat(WASHINGTON.at(instant)).isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T03:00:00Z, 2026-11-24T14:15:00Z", // the night before
        "2026-11-24T14:00:00Z, 2026-11-24T14:15:00Z", // the doors have just opened
        "2026-11-24T15:00:00Z, 2026-11-25T14:15:00Z", // open, so later means the next day
        "2026-11-25T22:30:00Z, 2026-11-27T14:15:00Z", // with Thanksgiving Day in between
        "2026-10-30T22:00:00Z, 2026-11-02T14:15:00Z", // a weekend, on which summer time ends
        "2027-03-12T22:00:00Z, 2027-03-15T13:15:00Z" // and one on which it starts
    })
    void theNextGoodTimeIsAQuarterPastNine(Instant now, Instant good) {
        assertThat(WASHINGTON.goodTimeAfter(now, EASTERN).toInstant()).isEqualTo(good);
    }

    @Test
    void noReminderComesInTheNightOfTheCaller() {
        ZoneId honolulu = ZoneId.of("Pacific/Honolulu");
        assertThat(WASHINGTON.goodTimeAfter(Instant.parse("2026-11-24T23:00:00Z"), honolulu))
                .isEqualTo("2026-11-25T13:00:00-05:00[America/New_York]");
    }

    @Test
    void whereNoHourIsDayInBothPlacesTheOfficesHoursDecide() {
        ZoneId guam = ZoneId.of("Pacific/Guam");
        assertThat(WASHINGTON.goodTimeAfter(Instant.parse("2026-11-24T23:00:00Z"), guam))
                .isEqualTo("2026-11-25T09:15:00-05:00[America/New_York]");
    }

    @Test
    void aDistrictOfficeIsOpenWhenWashingtonIsClosed() {
        Instant evening = Instant.parse("2026-11-24T23:00:00Z");
        assertThat(WASHINGTON.at(evening)).isEqualTo(OfficeHours.Now.NIGHT);
        assertThat(new OfficeHours(ZoneId.of("Pacific/Honolulu"), false).at(evening))
                .isEqualTo(OfficeHours.Now.OPEN);
    }
}
