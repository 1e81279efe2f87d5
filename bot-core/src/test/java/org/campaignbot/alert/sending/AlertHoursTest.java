package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.sending.AlertHours.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final Map<String, List<ZoneId>> CLOCKS = Map.of(
            "NY", List.of(NEW_YORK),
            "TX", List.of(DENVER, CHICAGO),
            "XX", List.of(HONOLULU, ZoneId.of("Asia/Tokyo")));
    private static final AlertHours HOURS =
            AlertHours.outside("20:00-09:00", state -> CLOCKS.getOrDefault(state, List.of()));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:59:59, 2026-11-24T09:00",
        "2026-11-24T09:00:00, 2026-11-24T09:00",
        "2026-11-24T19:59:59, 2026-11-24T09:00",
        "2026-11-24T20:00:00, 2026-11-25T09:00",
        "2026-11-24T23:30:00, 2026-11-25T09:00",
        "2026-11-25T00:30:00, 2026-11-25T09:00",
    })
    void alertsComeFromNineToEight(String now, String opens) {
        Window window = HOURS.at(at(now, NEW_YORK), NEW_YORK, null);
        assertThat(window.from()).isEqualTo(at(opens, NEW_YORK));
        assertThat(Duration.between(window.from(), window.until())).isEqualTo(Duration.ofHours(11));
        assertThat(window.holds(at(now, NEW_YORK)))
                .isEqualTo(!now.substring(11).startsWith("2")
                        && !now.substring(11).startsWith("00")
                        && !now.substring(11).startsWith("08"));
    }

    @Test
    void theZoneThatSomebodyChoseComesBeforeTheirState() {
        Instant tenInNewYork = at("2026-11-24T10:00", NEW_YORK);
        assertThat(HOURS.at(tenInNewYork, null, "NY").holds(tenInNewYork)).isTrue();
        assertThat(HOURS.at(tenInNewYork, HONOLULU, "NY").from()).isEqualTo(at("2026-11-24T09:00", HONOLULU));
    }

    @Test
    void aStateWithTwoClocksGetsTheHoursThatAreGoodByBoth() {
        Window window = HOURS.at(at("2026-11-24T03:00", CHICAGO), null, "TX");
        assertThat(window.from()).isEqualTo(at("2026-11-24T09:00", DENVER));
        assertThat(window.until()).isEqualTo(at("2026-11-24T20:00", CHICAGO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "XX"})
    void whereNothingIsKnownItIsFromNoonToSixInWashington(String state) {
        Window window = HOURS.at(at("2026-11-24T09:00", NEW_YORK), null, state.isEmpty() ? null : state);
        assertThat(window.from()).isEqualTo(at("2026-11-24T12:00", NEW_YORK));
        assertThat(window.until()).isEqualTo(at("2026-11-24T18:00", NEW_YORK));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07T21:00, 2026-03-08T09:00, 12, 11",
        "2026-10-31T21:00, 2026-11-01T09:00, 12, 13",
    })
    void inANightWhoseClocksChangeItIsStillNineByThem(String now, String opens, int nominal, int hours) {
        Window window = HOURS.at(at(now, NEW_YORK), NEW_YORK, null);
        assertThat(window.from()).isEqualTo(at(opens, NEW_YORK));
        assertThat(Duration.between(at(now, NEW_YORK), window.from())).isEqualTo(Duration.ofHours(hours));
        assertThat(hours).isNotEqualTo(nominal);
    }

    @Test
    void hoursThatDoNotExistThatDayBeginAtTheNextThatDo() {
        AlertHours late = AlertHours.outside("20:00-02:30", state -> List.of());
        Window window = late.at(at("2026-03-08T01:00", NEW_YORK), NEW_YORK, null);
        assertThat(window.from()).isEqualTo(at("2026-03-08T03:30", NEW_YORK));
    }

    @Test
    void goodHoursMayGoBeyondMidnight() {
        AlertHours night = AlertHours.outside("06:00-22:00", state -> List.of());
        Instant one = at("2026-11-24T01:00", NEW_YORK);
        assertThat(night.at(one, NEW_YORK, null))
                .isEqualTo(new Window(at("2026-11-23T22:00", NEW_YORK), at("2026-11-24T06:00", NEW_YORK)));
    }

    @Test
    void theSameTimeTwiceIsNeverQuiet() {
        AlertHours always = AlertHours.outside("00:00-00:00", state -> List.of());
        for (int hour = 0; hour < 48; hour++) {
            Instant now = at("2026-03-07T12:00", NEW_YORK).plus(Duration.ofHours(hour));
            assertThat(always.at(now, NEW_YORK, null).holds(now)).isTrue();
        }
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
