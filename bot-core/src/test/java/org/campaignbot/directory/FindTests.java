package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.directory.TinyTables.NEW_CONGRESS;
import static org.campaignbot.directory.TinyTables.TODAY;

import java.util.List;
import org.campaignbot.directory.Lookup.StateOnly;
import org.campaignbot.directory.Lookup.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindTests {

    private final Directory directory = TinyTables.directory();

    private Lookup find(String query) {
        return directory.find(query, TODAY);
    }

    private static List<String> districts(Lookup lookup) {
        return lookup.districts().stream().map(District::toString).toList();
    }

    private static List<String> seats(Lookup lookup) {
        return lookup.seats().stream().map(Seat::id).toList();
    }

    @Test
    void aZipOfOneDistrictIsExactAndBringsThreeSeats() {
        assertThat(find("10001")).isInstanceOf(Lookup.Exact.class);
        assertThat(seats(find("10001"))).containsExactly("NY-1", "NY-S1", "NY-S3");
    }

    @Test
    void aZipOfTwoDistrictsIsAQuestion() {
        assertThat(find("10003")).isInstanceOf(Lookup.Choice.class);
        assertThat(districts(find("10003"))).containsExactly("NY-1", "NY-3");
        assertThat(seats(find("10003"))).containsExactly("NY-1", "NY-3", "NY-S1", "NY-S3");
    }

    @Test
    void aZipThatCrossesAStateLineAsksTheState() {
        assertThat(districts(find("05002"))).containsExactly("NY-2", "VT-0");
        assertThat(seats(find("05002"))).containsExactly("NY-2", "VT-0", "NY-S1", "NY-S3", "VT-S1", "VT-S3");
    }

    @Test
    void twoZipsAreAQuestionAboutBoth() {
        assertThat(districts(find("10001 or 10002"))).containsExactly("NY-1", "NY-2");
    }

    @Test
    void aZipMaySayNoMoreThanItsState() {
        assertThat(find("10009")).isInstanceOfSatisfying(StateOnly.class, answer -> {
            assertThat(answer.reason()).isEqualTo(StateOnly.Reason.ZIP_WITHOUT_DISTRICT);
            assertThat(seats(answer)).containsExactly("NY-S1", "NY-S3");
        });
    }

    @Test
    void zipsWithoutAMemberSaySo() {
        assertThat(find("09001")).isEqualTo(new Lookup.Military());
        assertThat(find("96898")).isEqualTo(new Lookup.Outside());
        assertThat(find("im in zip 7820")).isEqualTo(new Unknown(Unknown.What.NO_SUCH_ZIP));
        assertThat(find("7702")).isEqualTo(new Unknown(Unknown.What.NO_SUCH_ZIP));
        assertThat(find("el codigo creo q es 7702")).isEqualTo(new Unknown(Unknown.What.NO_SUCH_ZIP));
        assertThat(find("99999")).isEqualTo(new Unknown(Unknown.What.NO_SUCH_ZIP));
        assertThat(find("5540l")).isEqualTo(new Unknown(Unknown.What.NO_SUCH_ZIP));
        assertThat(find("1O0O1")).isEqualTo(new Unknown(Unknown.What.NO_SUCH_ZIP));
        assertThat(find("APO AE")).isEqualTo(new Lookup.Military());
        assertThat(find("Wake Island")).isEqualTo(new Lookup.Outside());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Elmtown | NY-1 NY-2",
                "elm town, ny | NY-1 NY-2",
                "ELMTOWN NEW YORK | NY-1 NY-2",
                "Saint Oak | NY-1 NY-3",
                "st. oak | NY-1 NY-3",
                "St Oak, N.Y. | NY-1 NY-3",
                "Pineville | NY-3 VT-0",
                "Pineville, Vermont | VT-0",
                "pineville ny usa | NY-3",
                "I live in Pineville, New York please | NY-3",
                "12 Main Street, Pineville, NY | NY-3",
                "vivo en Border-Falls, Nueva York | NY-2",
                "Hagåtña | GU-0",
                "hagatna | GU-0",
                "Anything, Guam | GU-0",
                "Nowhere VT | VT-0",
                "NY-2 | NY-2",
                "ny 02 | NY-2",
                "VT-AL | VT-0",
            })
    void aPlaceIsEveryDistrictOfItsName(String query, String expected) {
        assertThat(String.join(" ", districts(find(query)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NY", "ny", "New York", "new york state", "State of New York", "Nueva York", "N.Y."})
    void aStateOfSeveralSeatsIsTheStateOnly(String query) {
        assertThat(find(query)).isInstanceOfSatisfying(StateOnly.class, answer -> {
            assertThat(answer.state()).isEqualTo("NY");
            assertThat(answer.reason()).isEqualTo(StateOnly.Reason.STATE_NAMED);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Vermont, VT-0",
        "VT, VT-0",
        "D.C., DC-0",
        "Washington DC, DC-0",
        "'Washington, D.C.', DC-0",
        "District of Columbia, DC-0",
        "Guam, GU-0"
    })
    void aStateOfOneSeatIsExact(String query, String district) {
        assertThat(find(query)).isInstanceOf(Lookup.Exact.class);
        assertThat(districts(find(query))).containsExactly(district);
    }

    @Test
    void washingtonIsTheStateOrTheCapital() {
        assertThat(districts(find("Washington"))).containsExactly("DC-0", "WA-1");
        assertThat(districts(find("Washington, NY"))).containsExactly("NY-2");
    }

    @Test
    void anUnknownPlaceOfALargeStateLeavesTheState() {
        assertThat(find("Nowhere, NY"))
                .isInstanceOfSatisfying(
                        StateOnly.class,
                        answer -> assertThat(answer.reason()).isEqualTo(StateOnly.Reason.PLACE_UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hi",
                "ok",
                "please help me",
                "what is this in",
                "Toronto",
                "pizza",
                "🙂",
                "123456",
                "{name}"
            })
    void otherWordsAreNotUnderstood(String query) {
        assertThat(find(query)).isEqualTo(new Unknown(Unknown.What.NOT_UNDERSTOOD));
    }

    @Test
    void aCodeThatIsAnEverydayWordCountsInCapitals() {
        assertThat(find("HI")).isInstanceOf(StateOnly.class);
        assertThat(find("hi")).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hawthornley",
                "Gus Hawthornley",
                "Hawthornley, Gus",
                "Senator Hawthornley",
                "my senator is Hawthornley",
                "Hawthornly",
                "Hawtohrnley",
                "gus hawthorney"
            })
    void aFormerMemberIsNotNamedEvenByName(String query) {
        assertThat(find(query)).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(found.seat().id()).isEqualTo("NY-S3");
            assertThat(found.seat().status()).isEqualTo(SeatStatus.EXPIRED);
            assertThat(found.seat().holder()).isEmpty();
        });
    }

    @Test
    void aNameOfTwoLawmakersIsAQuestionAndATitleAnswersIt() {
        assertThat(find("Birchwood"))
                .isInstanceOfSatisfying(
                        Lookup.Choice.class,
                        choice ->
                                assertThat(choice.named()).extracting(Seat::id).containsExactly("NY-2", "NY-S1"));
        assertThat(seats(find("Sen. Birchwood"))).containsExactly("NY-S1");
        assertThat(seats(find("Rep. Birchwood"))).containsExactly("NY-2");
        assertThat(seats(find("Bo Birchwood"))).containsExactly("NY-2");
    }

    @Test
    void aNameThatIsAlsoATownIsAQuestionAboutBoth() {
        Directory both = TinyTables.builder()
                .add(TinyTables.zip(10010, "Alderholt", "NY-3"))
                .build();
        assertThat(both.find("Alderholt", TODAY)).isInstanceOfSatisfying(Lookup.Choice.class, choice -> {
            assertThat(districts(choice)).containsExactly("NY-1", "NY-3");
            assertThat(choice.named()).extracting(Seat::id).containsExactly("NY-1");
        });
        assertThat(both.find("Alderhot", TODAY)).isInstanceOf(Lookup.Choice.class);
    }

    @Test
    void aMisspelledTownDoesNotBecomeALawmaker() {
        assertThat(find("Pinevile")).isInstanceOf(Unknown.class);
        assertThat(find("Elmtwon")).isInstanceOf(Unknown.class);
    }

    @Test
    void fewLettersAreNoMisspelledName() {
        assertThat(find("Bich")).isInstanceOf(Unknown.class);
        assertThat(find("wood")).isInstanceOf(Unknown.class);
    }

    @Test
    void onTheFirstDayOfTheNextCongressTheOldMapNamesNoDistrict() {
        assertThat(directory.find("10003", NEW_CONGRESS.minusDays(1))).isInstanceOf(Lookup.Choice.class);
        for (String query : List.of("10001", "10003", "NY-1", "Elmtown, NY")) {
            assertThat(directory.find(query, NEW_CONGRESS)).isInstanceOfSatisfying(StateOnly.class, answer -> {
                assertThat(answer.reason()).isEqualTo(StateOnly.Reason.NEW_MAP_MISSING);
                assertThat(seats(answer)).containsExactly("NY-S1", "NY-S3");
            });
        }
    }

    @Test
    void onTheFirstDayOfTheNextCongressASingleSeatIsExpiredAndItsKindStays() {
        for (String zip : List.of("05001", "20001", "96910")) {
            assertThat(directory.find(zip, NEW_CONGRESS)).isInstanceOf(Lookup.Exact.class);
            assertThat(directory.find(zip, NEW_CONGRESS).seats())
                    .filteredOn(seat -> seat.chamber() == Chamber.HOUSE)
                    .hasSize(1)
                    .allMatch(seat -> seat.status() == SeatStatus.EXPIRED);
        }
    }

    @Test
    void aMemberOfTheNextCongressIsNotNamedThroughTheOldMap() {
        DirectoryBuilder builder = TinyTables.builder();
        TinyTables.representative("T000050", "NY-2", "Jo", "Mapleton", "2027-01-03")
                .ifPresent(builder::add);
        TinyTables.representative("T000051", "VT-0", "Kit", "Oakhurst", "2027-01-03")
                .ifPresent(builder::add);
        Directory next = builder.build();

        assertThat(next.find("10001", NEW_CONGRESS.minusDays(1))).isInstanceOf(Lookup.Exact.class);
        for (String query : List.of("10001", "10003", "Elmtown", "Elmtown, NY")) {
            assertThat(next.find(query, NEW_CONGRESS)).isInstanceOfSatisfying(StateOnly.class, answer -> {
                assertThat(answer.reason()).isEqualTo(StateOnly.Reason.NEW_MAP_MISSING);
                assertThat(seats(answer)).containsExactly("NY-S1", "NY-S3");
            });
        }
        assertThat(next.find("05001", NEW_CONGRESS).seats().get(0).holder())
                .map(Lawmaker::name)
                .hasValue("Kit Oakhurst");
        assertThat(next.find("05002", NEW_CONGRESS)).isInstanceOfSatisfying(Lookup.Choice.class, choice -> {
            assertThat(districts(choice)).containsExactly("VT-0");
            assertThat(choice.states()).containsExactly("NY");
            assertThat(seats(choice)).containsExactly("VT-0", "NY-S1", "NY-S3", "VT-S1", "VT-S3");
        });
        assertThat(seats(next.find("Jo Mapleton", NEW_CONGRESS))).containsExactly("NY-2");
        assertThat(next.mapServes("NY", NEW_CONGRESS)).isFalse();
        assertThat(next.mapServes("VT", NEW_CONGRESS)).isTrue();
    }
}
