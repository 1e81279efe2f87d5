package org.campaignbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.campaignbot.conversation.ZoneNames;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    @ParameterizedTest
    @CsvSource({
        "America/New_York, Eastern Time, hora del Este",
        "America/Indiana/Indianapolis, Eastern Time, hora del Este",
        "America/Chicago, Central Time, hora del Centro",
        "America/Boise, Mountain Time, hora de la Montaña",
        "America/Phoenix, Mountain Time (Phoenix), hora de la Montaña (Phoenix)",
        "America/Los_Angeles, Pacific Time, hora del Pacífico",
        "America/Anchorage, Alaska Time, hora de Alaska",
        "Pacific/Honolulu, Hawaii-Aleutian Time, hora de Hawái-Aleutianas",
        "America/Puerto_Rico, Atlantic Time, hora del Atlántico",
        "Pacific/Guam, Chamorro Time, hora de Chamorro",
        "Pacific/Pago_Pago, Samoa Time, hora de Samoa"
    })
    void clocksHaveNamesInBothLanguages(String zone, String english, String spanish) {
        assertThat(ZoneNames.of(ZoneId.of(zone), Language.ENGLISH)).isEqualTo(english);
        assertThat(ZoneNames.of(ZoneId.of(zone), Language.SPANISH)).isEqualTo(spanish);
    }

    @ParameterizedTest
    @CsvSource({
        "hora del Este, America/New_York",
        "la hora del centro, America/Chicago",
        "Hora de la Montaña, America/Denver",
        "hora del Pacífico, America/Los_Angeles",
        "hora de Hawái, Pacific/Honolulu",
        "hora oriental, America/New_York",
        "hora de las montañas rocosas, America/Denver"
    })
    void clocksAreKnownByTheirSpanishNames(String words, String zone) {
        assertThat(Zones.named(words)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "remind me tomorrow at 9am est, America/New_York",
        "at 9 eastern, America/New_York",
        "mañana a las 9 hora del centro, America/Chicago"
    })
    void aZoneBesideAClockTimeIsMentioned(String words, String zone) {
        assertThat(Zones.mentioned(words)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "pacific duh elko, America/Los_Angeles",
        "mountain i think, America/Denver",
        "la del pacifico, America/Los_Angeles",
        "'pacifico, hoy a las 6', America/Los_Angeles",
        "ya te dije pacifico, America/Los_Angeles",
        "eastern please, America/New_York",
        "la de la montaña, America/Denver",
        "la del este, America/New_York",
        "central time i believe, America/Chicago"
    })
    void oneZoneInAShortAnswerIsEnough(String words, String zone) {
        assertThat(Zones.answered(words)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eastern or central",
                "este fin de semana",
                "i live near the centro",
                "im a pt in hartford ct",
                "they moved from pacific grove to a town that nobody here ever heard of"
            })
    void twoZonesOrAWordThatMayMeanAnythingAreNot(String words) {
        assertThat(Zones.answered(words)).isEmpty();
    }

    @Test
    void aSentenceAboutSomethingElseNamesAZoneOnlyAsATime() {
        assertThat(Zones.mentioned("remind me at nine pacific time")).contains(ZoneId.of("America/Los_Angeles"));
        assertThat(Zones.mentioned("recuérdeme a las 3 hora del pacífico")).contains(ZoneId.of("America/Los_Angeles"));
        assertThat(Zones.mentioned("remind me about pacific grove")).isEmpty();
    }
}
